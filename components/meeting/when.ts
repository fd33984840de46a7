import { formatDay, formatDayShort, formatRange, formatRelativeDays, zoneName } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { dayInZone } from '@/lib/core/zones';

type Span = { startsAt: string; endsAt: string };

/** `2023. 4. 28. 14:30–14:55 EDT`: a meeting as one zone reads it, with its date and zone. */
export function whenIn({ startsAt, endsAt }: Span, zone: string, locale: Locale): string {
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  const range = formatRange(start, end, zone, locale);
  // Over midnight both ends carry their dates already.
  if (!/^\d\d:\d\d–/.test(range)) return range;
  return `${formatDay(dayInZone(start, zone), locale)}${locale === 'ko' ? '' : ','} ${range}`;
}

/** Venue and home side by side; once where both read the same. */
export function whenInBoth(span: Span, zones: readonly [string, string], locale: Locale): string[] {
  return [...new Set(zones.map((zone) => whenIn(span, zone, locale)))];
}

/** `4. 28. (금) 14:30–14:55 EDT`, where the year is known. */
export function whenShort({ startsAt, endsAt }: Span, zone: string, locale: Locale): string {
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  const range = formatRange(start, end, zone, locale);
  return /^\d\d:\d\d–/.test(range) ? `${formatDayShort(dayInZone(start, zone), locale)} ${range}` : range;
}

/** The present day in each zone, by name: `2023. 4. 27. EDT, 2023. 4. 28. KST`. */
export function todayInBoth(now: Date, zones: readonly string[], locale: Locale): string {
  const days = zones.map((zone) => `${formatDay(dayInZone(now, zone), locale)} ${zoneName(now, zone)}`);
  return [...new Set(days)].join(', ');
}

/** How far away a meeting is in days; with the zones' names where it is today in one and not in the other. */
export function awayInBoth(
  startsAt: string,
  now: Date,
  zones: readonly [string, string],
  locale: Locale,
): string {
  const starts = new Date(startsAt);
  const away = zones.map((zone) => formatRelativeDays(dayInZone(starts, zone), dayInZone(now, zone), locale));
  if (away[0] === away[1]) return away[0] ?? '';
  return zones.map((zone, at) => `${away[at]} (${zoneName(starts, zone)})`).join(' · ');
}
