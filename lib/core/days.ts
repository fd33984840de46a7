import type { Brand } from './brand';

/** A calendar day `YYYY-MM-DD`, without a time or a zone. */
export type Day = Brand<string, 'Day'>;

export const MS_A_DAY = 86_400_000;

/** A real calendar day of the years 1900 to 2200 in exactly `YYYY-MM-DD`, else null. */
export function parseDay(text: string): Day | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found || Number(found[1]) < 1900 || Number(found[1]) > 2200) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && toDay(date.getTime()) === text ? (text as Day) : null;
}

/** The first and the last year of what is written down: a slip of a digit is told, and arithmetic stays in range. */
export const WRITTEN_YEARS = { min: 1990, max: 2100 } as const;

export function isWrittenYear(year: number): boolean {
  return year >= WRITTEN_YEARS.min && year <= WRITTEN_YEARS.max;
}

/** Milliseconds of a wall clock, counted as if it stood in UTC, to its day. */
export function toDay(wall: number): Day {
  return new Date(wall).toISOString().slice(0, 10) as Day;
}

/** Midnight of a day as a wall clock in UTC would count it, in milliseconds. */
export function wallOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

export function addDays(day: Day, n: number): Day {
  return toDay(wallOf(day) + n * MS_A_DAY);
}

/** Days from `a` to `b`; negative when `b` comes first. */
export function daysBetween(a: Day, b: Day): number {
  return (wallOf(b) - wallOf(a)) / MS_A_DAY;
}

/** The first of some days. */
export function earliestOf(first: Day, ...others: Day[]): Day {
  return [first, ...others].sort()[0] ?? first;
}

/** The same day of a later month, or that month's last day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = firstOfMonth(year * 12 + month - 1 + months);
  const last = addDays(firstOfMonth(year * 12 + month + months), -1);
  return earliestOf(addDays(first, date - 1), last);
}

function firstOfMonth(index: number): Day {
  return toDay(Date.UTC(Math.floor(index / 12), index % 12, 1));
}
