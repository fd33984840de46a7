import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsStringLiteral,
} from 'nuqs/server';
import {
  isId,
  isWord,
  paramsIn,
  parseAsDayOrNone,
  parseAsFlag,
  parseAsIdOrNone,
  parseAsKnownOn,
  parseAsOneOf,
  parseAsSearch,
  parseAsSome,
  parseAsWordOrNone,
  type RawQuery,
} from '@/lib/core/address';
import type { Day } from '@/lib/core/days';
import { INTERESTS, NEXT_MEETINGS, NO_OWNER, readAmountRange } from '@/lib/pair/rules/filter';
import { LIVE_RUNGS } from '@/lib/pair/rules/item';
import { MEETING_STAGES, REASON_FILTERS, STAGES, STATUSES } from '@/lib/pair/rules/stages';
import type { PairFilter } from '@/lib/pair/schema';

export const PIPELINE_VIEWS = ['matrix', 'board', 'table'] as const;

/** What keeps some pairs and leaves out others; the same in every address that speaks of pairs. */
export const filterParsers = {
  q: parseAsSearch,
  stage: parseAsSome(STAGES),
  status: parseAsSome(STATUSES),
  sector: parseAsSome(isWord),
  startup: parseAsSome(isId),
  investor: parseAsSome(isId),
  owner: parseAsSome((text) => isId(text) || text === NO_OWNER),
  rung: parseAsSome(LIVE_RUNGS),
  reason: parseAsSome(REASON_FILTERS),
  interest: parseAsSome(INTERESTS),
  amount: createParser({
    parse: (text) => (readAmountRange(text) ? text : null),
    serialize: String,
  }).withDefault(''),
  nextMeeting: parseAsSome(NEXT_MEETINGS),
  reached: parseAsOneOf(STAGES),
  met: parseAsOneOf(MEETING_STAGES),
  overdue: parseAsFlag,
  /** In a meeting's stage and without a meeting of it. */
  unscheduled: parseAsFlag,
};

const parsers = {
  view: parseAsStringLiteral(PIPELINE_VIEWS).withDefault('matrix'),
  ...filterParsers,
  /** Empty for the live view. */
  asOf: parseAsDayOrNone,
  knownOn: parseAsKnownOn,
  /** Keys of the view's own vocabulary, the first one deciding; a minus turns it round. */
  sort: parseAsSome(isWord),
  group: parseAsWordOrNone,
  columns: parseAsSome(isWord),
  /** What the matrix does with pairs outside the filter. */
  others: parseAsOneOf(['hide']),
  /** The pair that is pointed at. */
  pair: parseAsIdOrNone,
};

/** All that the pipeline's address says: what is kept, as of when, and how it is shown. Empty means no choice made. */
export type Address = Omit<inferParserType<typeof parsers>, 'knownOn'> & { knownOn: Day | '' };

const load = createLoader(parsers);

/**
 * Reads an address; what it does not know is left out, and nothing it holds can make it fail. With `today` a date that
 * is not over yet is the live view. `then` as the second clock is the day of the first.
 */
export function readAddress(query: RawQuery | string, today = '9999-12-31'): Address {
  const address = load(query);
  const over = (day: Day | '') => (day < today ? day : '');
  const { asOf, knownOn } = address;
  return { ...address, asOf: over(asOf), knownOn: over(knownOn === 'then' ? asOf : knownOn) };
}

/** `?a=b&c=d,e`, or nothing; in one order and without what is not chosen: the same choices make the same address. */
export const searchOf: (address: Partial<Address>) => string = createSerializer(parsers);

/** The same as parameters, one value a key. */
export function queryOf(address: Partial<Address>): Record<string, string> {
  return paramsIn(searchOf(address));
}

export type FilterKey = keyof typeof filterParsers;
export const FILTER_KEYS = Object.keys(filterParsers) as readonly FilterKey[];

/** The part of an address that filters. */
export type FilterAddress = Pick<Address, FilterKey>;
export const readFilter: (query: URLSearchParams | string) => FilterAddress = createLoader(filterParsers);

/** Every pair. */
export const NO_FILTER: FilterAddress = readFilter('');

/** What reads of pairs are asked with: filter and clocks, in the words of the API. */
export function filterOf(address: Address): Partial<FilterAddress & Pick<Address, 'asOf' | 'knownOn'>> {
  const kept: Partial<Address> = {};
  for (const key of [...FILTER_KEYS, 'asOf', 'knownOn'] as const)
    Object.assign(kept, { [key]: address[key] });
  return kept;
}

/** What the filter names, as the queries take it. */
export function chosenOf(address: Partial<FilterAddress>): PairFilter {
  const chosen = FILTER_KEYS.filter((key) => isChosen(address[key] ?? ''));
  return Object.fromEntries(chosen.map((key) => [key, address[key]]));
}

export function isFiltered(address: FilterAddress): boolean {
  return FILTER_KEYS.some((key) => isChosen(address[key]));
}

/** How many values are chosen, the words searched for apart. */
export function countChosen({ q: _, ...address }: FilterAddress): number {
  const sizeOf = (value: string | boolean | readonly string[]) =>
    Array.isArray(value) ? value.length : Number(isChosen(value));
  return FILTER_KEYS.reduce((sum, key) => sum + (key === 'q' ? 0 : sizeOf(address[key])), 0);
}

function isChosen(value: string | boolean | readonly string[]): boolean {
  return typeof value === 'boolean' ? value : value.length > 0;
}

/** The same view, date and arrangement without any filter. */
export function withoutFilter(address: Address): Address {
  return { ...address, ...NO_FILTER };
}

/** One party's pairs stand as a list in the place of the matrix; those of a startup's own people always do. */
export function showsOneParty({ view, startup, investor }: Address, ownStartup: string | null): boolean {
  return view === 'matrix' && (ownStartup !== null || startup.length === 1 || investor.length === 1);
}
