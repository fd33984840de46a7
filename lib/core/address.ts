import { createLoader, createMultiParser, createParser, createSerializer, parseAsString } from 'nuqs/server';
import { type Day, parseDay } from './days';

/*
 * Parsers of what addresses hold, besides those of nuqs. What cannot be meant counts as not asked, so that no address fails.
 * Those that end in `OrNone` give an empty text, list or false where nothing is asked.
 */

/** The query of an address as a page gets it. */
export type RawQuery = Readonly<Record<string, string | string[] | undefined>>;

/** The search of an address as parameters, one value a key. */
export function paramsIn(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** An address that holds these parameters too; of a name that it has already the value is replaced. */
export function withParams(href: string, params: Readonly<Record<string, string>>): string {
  const names = Object.keys(params);
  return createSerializer(Object.fromEntries(names.map((name) => [name, parseAsString])))(href, params);
}

/** A day that exists, YYYY-MM-DD. */
export const parseAsDay = createParser({ parse: parseDay, serialize: String });
export const parseAsDayOrNone = createParser<Day | ''>({ parse: parseDay, serialize: String }).withDefault(
  '',
);

/** The second clock: a day, `then` for the day of the first one wherever it moves, or empty for all that is known now. */
export const parseAsKnownOn = createParser<Day | 'then' | ''>({
  parse: (text) => (text === 'then' ? text : parseDay(text)),
  serialize: String,
}).withDefault('');

const clocks = { asOf: parseAsDayOrNone, knownOn: parseAsKnownOn };
/** The two clocks of an address that says no more than them. */
export const readClocks = createLoader(clocks);
export const clocksSearch = createSerializer(clocks);

/** The two clocks of an address as parameters, where they say a day; all else in it is left out. */
export function clocksOfSearch(search: URLSearchParams): Record<string, string> {
  return paramsIn(clocksSearch(readClocks(search)));
}

/** The day the second clock stands at, null for all that is known now. */
export function knownDay(knownOn: Day | 'then' | '', asOf: Day): Day | null {
  return knownOn === 'then' ? asOf : knownOn || null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isId = (text: string) => UUID.test(text);
export const parseAsId = createParser({ parse: (text) => (isId(text) ? text : null), serialize: String });
export const parseAsIdOrNone = parseAsId.withDefault('');

/** A key of a view's own vocabulary; a minus before it turns a sort round. */
export const isWord = (text: string) => /^-?[a-zA-Z][a-zA-Z0-9_]{0,40}$/.test(text);
export const parseAsWordOrNone = createParser({
  parse: (text) => (isWord(text) ? text : null),
  serialize: String,
}).withDefault('');

/** `1`, or nothing. */
export const parseAsFlag = createParser({
  parse: (text) => text === '1',
  serialize: () => '1',
}).withDefault(false);

/** A page of a list, from 1; beyond the last one is the last one. */
export const parseAsPage = createParser({
  parse: (text) => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : null),
  serialize: String,
}).withDefault(1);

/** What is searched for: a hundred letters at most, and none that PostgreSQL cannot keep. */
export const parseAsSearch = createParser({
  parse: (text) => text.toWellFormed().replaceAll('\u0000', '').trim().slice(0, 100).toWellFormed().trim(),
  serialize: String,
}).withDefault('');

export function parseAsOneOf<T extends string>(list: readonly T[]) {
  return createParser<T | ''>({
    parse: (text) => list.find((known) => known === text) ?? null,
    serialize: String,
  }).withDefault('');
}

const MOST_VALUES = 500;

/** Several values with commas between them, each once; also where the key is repeated. */
export function parseAsSome<T extends string = string>(keeps: readonly T[] | ((text: string) => boolean)) {
  const isKept = (text: string): text is T =>
    typeof keeps === 'function' ? keeps(text) : keeps.some((known) => known === text);
  return createMultiParser<readonly T[]>({
    parse: (values) =>
      [...new Set(values.flatMap((value) => value.split(',')))].filter(isKept).slice(0, MOST_VALUES),
    serialize: (list) => [list.join(',')],
    eq: (a, b) => a.join() === b.join(),
  }).withDefault([]);
}
