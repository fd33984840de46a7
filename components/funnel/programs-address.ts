import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsStringLiteral,
} from 'nuqs/server';
import { type FilterAddress, filterParsers } from '@/components/pair/filter/address';
import { paramsIn, parseAsDayOrNone, parseAsSome } from '@/lib/core/address';
import { COMPARED_BY } from '@/lib/funnel/rules/compared-day';
import { SECTORS } from '@/lib/party/rules';

/** Parties, owners and the words searched for belong to one program: they narrow no other. */
const { q: _q, startup: _startup, investor: _investor, owner: _owner, ...ofAnyProgram } = filterParsers;
const sharedParsers = { ...ofAnyProgram, sector: parseAsSome(SECTORS) };

/** The part of a filter that means the same in every program. */
export type SharedFilter = inferParserType<typeof sharedParsers>;

const searchOfFilter = createSerializer(sharedParsers);

/** What is chosen of it as parameters, one value a key. */
export function paramsOfShared(filter: Partial<FilterAddress>): Record<string, string> {
  return paramsIn(searchOfFilter(filter as Partial<SharedFilter>));
}

/** Programs that stand side by side at most: more columns than that nobody reads. */
export const MOST_COMPARED = 4;

/** Which programs are compared, at which moment of each, and which of their pairs are counted. */
export const readProgramsAddress = createLoader({
  program: parseAsSome((text) => /^[a-z0-9-]{1,60}$/.test(text)),
  by: parseAsStringLiteral(COMPARED_BY).withDefault('offset'),
  days: createParser({
    parse: (text) => (/^-?\d{1,4}$/.test(text) ? Number(text) : null),
    serialize: String,
  }).withDefault(5),
  asOf: parseAsDayOrNone,
  ...sharedParsers,
});
