import { formatDayShort, parseDay, yearOf } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';

/** `4. 28. (금)` / `Fri 28 Apr`: a day of the grid, of which the year is known. */
export function gridDayText(day: string, locale: Locale): string {
  const read = parseDay(day);
  return read ? formatDayShort(read, locale, yearOf(read)) : day;
}
