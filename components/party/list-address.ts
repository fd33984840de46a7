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
  if (asked.knownOn === 'then') asked.knownOn = asked.asOf ?? '';
  if (asked.knownOn !== undefined && !parseDay(asked.knownOn)) delete asked.knownOn;
  if (asked.archived && asked.archived !== 'only') delete asked.archived;
  return asked;
}

/** `?a=1&b=2`, or nothing. */
export function searchOf(params: Record<string, string>): string {
  const text = new URLSearchParams(params).toString();
  return text && `?${text}`;
}

/** The two clocks of what was asked, for an address that keeps them. */
export function clocksAsked({ asOf, knownOn }: Record<string, string>): Record<string, string> {
  return { ...(asOf && { asOf }), ...(knownOn && { knownOn }) };
}

/** What the as-of chip shows: the day in force, today at home, and both in words. */
export function asOfOf(
  program: ProgramEntry,
  asked: { asOf?: string; knownOn?: string },
  now: Date,
  locale: Locale,
) {
  const today = dayInZone(now, program.homeZone);
  const day = parseDay(asked.asOf ?? '') ?? today;
  return {
    ...{ value: day, today, text: formatDay(day, locale) },
    ...{ knownOn: asked.knownOn ?? '', zone: program.homeZone },
  };
}
