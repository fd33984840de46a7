import { dayInZone, formatDay, parseDay } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import type { ProgramEntry } from '@/lib/core/scope';

export type SearchParams = Record<string, string | string[] | undefined>;

/** What an address asks a list for; what it cannot mean is left out instead of refused. */
export function listAsked(params: SearchParams, names: readonly string[]): Record<string, string> {
  const asked: Record<string, string> = {};
  for (const name of names) {
    const value = params[name];
    if (typeof value === 'string' && value !== '') asked[name] = value;
  }
  if (asked.asOf && !parseDay(asked.asOf)) delete asked.asOf;
  if (asked.archived && asked.archived !== 'only') delete asked.archived;
  return asked;
}

/** `?a=1&b=2`, or nothing. */
export function searchOf(params: Record<string, string>): string {
  const text = new URLSearchParams(params).toString();
  return text && `?${text}`;
}

/** What the as-of chip shows: the day in force, today at home, and both in words. */
export function asOfOf(program: ProgramEntry, asked: string | undefined, now: Date, locale: Locale) {
  const today = dayInZone(now, program.homeZone);
  const day = (asked && parseDay(asked)) || today;
  return { value: day, today, text: formatDay(day, locale), zone: program.homeZone };
}
