import { createLoader, createSerializer, parseAsString } from 'nuqs/server';
import {
  parseAsDayOrNone,
  parseAsKnownOn,
  parseAsOneOf,
  parseAsSearch,
  parseAsWordOrNone,
  type RawQuery,
} from '@/lib/core/address';
import { formatDay } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';
import type { Locale } from '@/lib/core/locale';
import type { ProgramEntry } from '@/lib/core/scope';
import { dayInZone } from '@/lib/core/zones';

const parsers = {
  q: parseAsSearch,
  sector: parseAsWordOrNone,
  archived: parseAsOneOf(['only']),
  asOf: parseAsDayOrNone,
  knownOn: parseAsKnownOn,
  cursor: parseAsString.withDefault(''),
};
const load = createLoader(parsers);
const serialize = createSerializer(parsers);
type ListParam = keyof typeof parsers;

/** What an address asks a list for, by the names that the list knows; what it cannot mean is left out instead of refused. */
export function listAsked(query: RawQuery, names: readonly ListParam[]): Record<string, string> {
  const address = load(query);
  if (address.knownOn === 'then') address.knownOn = address.asOf;
  return Object.fromEntries(names.map((name) => [name, address[name]]).filter(([, value]) => value));
}

/** `?a=1&b=2`, or nothing. */
export const listSearchOf: (asked: Record<string, string>) => string = serialize;

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
