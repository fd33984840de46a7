import { dayInZone, formatDay, formatDayShort, formatRange } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';

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
