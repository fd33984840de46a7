import { addDays, type Day, parseDay } from '@/lib/core/days';
import { zonedToInstant } from '@/lib/core/zones';

export const SEOUL = 'Asia/Seoul';
export const BOSTON = 'America/New_York';

export function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

/** An instant by day and time on the clocks of a zone. */
export function at(text: string, time: string, zone: string): Date {
  return zonedToInstant(day(text), time, zone).instant;
}

export function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}

export function clock(minutesOfDay: number): string {
  return `${String(Math.floor(minutesOfDay / 60)).padStart(2, '0')}:${String(minutesOfDay % 60).padStart(2, '0')}`;
}

/** Monday to Friday from the first day on, both ends included. */
export function workdays(from: string, to: string): Day[] {
  const days: Day[] = [];
  for (let each = day(from); each <= day(to); each = addDays(each, 1)) {
    const weekday = new Date(`${each}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days.push(each);
  }
  return days;
}

/** Video calls: ten working days from 10 April, eight half hours from 08:00 in Seoul (the evening before in Boston). */
export function videoStart(slot: number): Date {
  const days = workdays('2023-04-10', '2023-04-21');
  return at(days[Math.floor(slot / 8)] ?? '2023-04-21', clock(480 + (slot % 8) * 30), SEOUL);
}

/** Pre-meetings: 27 April from 08:30 in Boston, twenty minutes and five between, an hour's lunch after the eighth. */
export function preStart(slot: number): Date {
  return at('2023-04-27', clock(510 + slot * 25 + (slot >= 8 ? 40 : 0)), BOSTON);
}

/** Main sessions: 28 April, thirteen of twenty-five minutes from 09:00 in Boston, lunch from 12:00. */
export function mainStart(slot: number): Date {
  return at('2023-04-28', clock(540 + slot * 30 + (slot >= 6 ? 60 : 0)), BOSTON);
}
