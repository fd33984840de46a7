import { type Day, daysBetween, parseDay } from './days';
import type { Locale } from './locale';
import { withThousands } from './numbers';
import { dayInZone, isShownTwice, timeInZone } from './zones';

/* Written by hand and not by Intl: browsers and servers with different language data must print the same text. */
const WEEKDAYS = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2023. 5. 3.` / `3 May 2023`. */
export function formatDay(day: Day, locale: Locale): string {
  const { year, month, date } = parts(day);
  return locale === 'ko' ? `${year}. ${month}. ${date}.` : `${date} ${MONTHS[month - 1]} ${year}`;
}

/** The same for a day that came as text, by the wire or an address; what is no day stays as it stands. */
export function dayText(text: string, locale: Locale): string {
  const day = parseDay(text);
  return day ? formatDay(day, locale) : text;
}

/**
 * `5. 8. (월)` / `Mon 8 May`; with its year, `2027. 1. 9. (토)`, where that is not the `known` one: the present year, or the
 * year that stands beside it already.
 */
export function formatDayShort(day: Day, locale: Locale, known = new Date().getUTCFullYear()): string {
  const { year, month, date, weekday } = parts(day);
  const name = WEEKDAYS[locale][weekday];
  if (locale === 'ko') return `${year === known ? '' : `${year}. `}${month}. ${date}. (${name})`;
  return `${name} ${date} ${MONTHS[month - 1]?.slice(0, 3)}${year === known ? '' : ` ${year}`}`;
}

/** The year of a day, to be the known one of others. */
export function yearOf(day: Day): number {
  return parts(day).year;
}

function parts(day: Day): { year: number; month: number; date: number; weekday: number } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, date, weekday: new Date(Date.UTC(year, month - 1, date)).getUTCDay() };
}

/** `14:30`, in 24 hours in both languages. Say the zone beside it, or use `formatDateTime`. */
export function formatTime(instant: Date, zone: string): string {
  return timeInZone(instant, zone);
}

/** `01:00`, and `01:00 EDT` where the clocks show that time twice on the day: no two choices read the same. */
export function clearTime(instant: Date, zone: string): string {
  const time = timeInZone(instant, zone);
  return isShownTwice(instant, zone) ? `${time} ${zoneName(instant, zone)}` : time;
}

/** `01:00–01:25`, by `clearTime`. */
export function clearRange(start: Date, end: Date, zone: string): string {
  return `${clearTime(start, zone)}–${clearTime(end, zone)}`;
}

/** `2023. 4. 28. 14:30 EDT` / `28 April 2023, 14:30 EDT`. */
export function formatDateTime(instant: Date, zone: string, locale: Locale): string {
  return `${dateAndTime(instant, zone, locale)} ${zoneName(instant, zone)}`;
}

function dateAndTime(instant: Date, zone: string, locale: Locale): string {
  const day = formatDay(dayInZone(instant, zone), locale);
  return `${day}${locale === 'ko' ? '' : ','} ${timeInZone(instant, zone)}`;
}

/** `14:30–14:55 EDT`; over midnight, or over a change of the clocks, both ends are written out. */
export function formatRange(start: Date, end: Date, zone: string, locale: Locale): string {
  const sameDay = dayInZone(start, zone) === dayInZone(end, zone);
  const sameName = zoneName(start, zone) === zoneName(end, zone);
  if (sameDay && sameName) {
    return `${timeInZone(start, zone)}–${timeInZone(end, zone)} ${zoneName(end, zone)}`;
  }
  const from = sameName ? dateAndTime(start, zone, locale) : formatDateTime(start, zone, locale);
  return `${from} – ${formatDateTime(end, zone, locale)}`;
}

/** Names that no language data of Intl gives, valid while the zone has this offset. */
const ZONE_NAMES: Record<string, readonly [name: string, offset: string]> = {
  'Asia/Seoul': ['KST', 'GMT+9'],
  'Asia/Tokyo': ['JST', 'GMT+9'],
  'Asia/Singapore': ['SGT', 'GMT+8'],
  'Asia/Hong_Kong': ['HKT', 'GMT+8'],
};

/** `EDT`, `KST`, `CEST` as the people there write it; `GMT+5:30` where there is no common short name. */
export function zoneName(instant: Date, zone: string): string {
  const american = intlZoneName(instant, zone, 'en-US');
  const known = ZONE_NAMES[zone];
  if (known && american === known[1]) return known[0];
  for (const region of ['en-US', 'en-GB', 'en-AU']) {
    const name = intlZoneName(instant, zone, region);
    if (/^[A-Z]+$/.test(name)) return name;
  }
  return american;
}

const namers = new Map<string, Intl.DateTimeFormat>();

function intlZoneName(instant: Date, zone: string, region: string): string {
  const key = `${region} ${zone}`;
  const namer = namers.get(key) ?? new Intl.DateTimeFormat(region, { timeZone: zone, timeZoneName: 'short' });
  namers.set(key, namer);
  return namer.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** `1,234,567`; the same in both languages. */
export function formatNumber(n: number | bigint, _locale?: Locale): string {
  const [whole = '', fraction] = n.toString().split('.');
  return withThousands(whole) + (fraction ? `.${fraction}` : '');
}

/** `58.1 %`, halves up; a dash where there is nothing to divide by: no pairs, no percentage. */
export function formatPercent(numerator: number, denominator: number, _locale?: Locale): string {
  if (denominator === 0) return '–';
  const tenths = Math.round((numerator * 1000) / denominator);
  return `${formatNumber(Math.floor(tenths / 10))}.${tenths % 10} %`;
}

/** Of a due date: 오늘, 내일, 3일 남음, 3일 지남 / today, tomorrow, in 3 days, 3 days overdue. */
export function formatRelativeDays(day: Day, today: Day, locale: Locale): string {
  const days = daysBetween(today, day);
  if (days === 0) return locale === 'ko' ? '오늘' : 'today';
  if (days === 1) return locale === 'ko' ? '내일' : 'tomorrow';
  if (locale === 'ko') return days > 0 ? `${formatNumber(days)}일 남음` : `${formatNumber(-days)}일 지남`;
  if (days > 0) return `in ${formatNumber(days)} days`;
  return `${formatNumber(-days)} ${days === -1 ? 'day' : 'days'} overdue`;
}
