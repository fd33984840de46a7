import { formatDayShort, formatTime, yearOf, zoneName } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';
import type { Locale } from '@/lib/core/locale';
import { type Named, shownName } from '@/lib/core/shown-name';
import type { StageSetup, StageSlot } from '@/lib/timetable/schema/stage';

/** `가람바이오 × Firm 7`. */
export function pairName(pair: { startup: Named; investor: Named }, locale: Locale): string {
  return `${shownName(pair.startup, locale)} × ${shownName(pair.investor, locale)}`;
}

/** `4. 28. (금) 14:30 EDT`: a slot as its own place reads it, with day and zone. */
export function slotName(slot: StageSlot, { zone }: Pick<StageSetup, 'zone'>, locale: Locale): string {
  const start = new Date(slot.startsAt);
  return `${dayName(slot.day, locale)} ${formatTime(start, zone)} ${zoneName(start, zone)}`;
}

/** `4. 28. (금)` / `Fri 28 Apr`: a day of a timetable, of which the year is known. */
export function dayName(day: string, locale: Locale): string {
  const read = parseDay(day);
  return read ? formatDayShort(read, locale, yearOf(read)) : day;
}
