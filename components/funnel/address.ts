import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { FILTER_KEYS, type FilterAddress, filterParsers, queryOf } from '@/components/pair/filter/address';
import { SUMS } from '@/lib/amount/rules';
import {
  paramsIn,
  parseAsDay,
  parseAsDayOrNone,
  parseAsKnownOn,
  parseAsPage,
  withParams,
} from '@/lib/core/address';
import { type FigureName, needsPeriod, writeFigure } from '@/lib/funnel/rules/figure';
import { readSplitOrder, writeSplitOrder } from '@/lib/funnel/rules/split-order';
import { SPLITS } from '@/lib/funnel/schema';
import type { Funnel } from '@/lib/funnel/schema/figures';
import type { PairStatus } from '@/lib/pair/rules/stages';

const parsers = {
  asOf: parseAsDayOrNone,
  knownOn: parseAsKnownOn,
  ...filterParsers,
  /** The first day of a period that ends with `asOf`; empty for the whole cohort. */
  from: parseAsDayOrNone,
  sum: parseAsStringLiteral(SUMS).withDefault('discussed'),
};

/** What the funnel's address says: whose pairs, as of when, as known when, and which sum stands in front. */
export type FunnelAddress = inferParserType<typeof parsers>;

export const readFunnelAddress = createLoader(parsers);
const funnelSearch = createSerializer(parsers);

/** As parameters, without what is not chosen; one value a key. */
export function paramsOf(address: FunnelAddress): Record<string, string> {
  return paramsIn(funnelSearch(address));
}

export function funnelPath(slug: string): string {
  return `/programs/${slug}/funnel`;
}

/** Which of the funnel's screens, and what its address says besides. */
export type FunnelScreenAddress = { path?: string; more?: Record<string, string> };

export function funnelHref(
  slug: string,
  address: FunnelAddress,
  { path = '', more = {} }: FunnelScreenAddress = {},
): string {
  return withParams(funnelSearch(funnelPath(slug) + path, address), more);
}

/** The parts of the funnel, in an order, a page at once. */
const split = {
  by: parseAsStringLiteral(SPLITS).withDefault('startup').withOptions({ clearOnDefault: false }),
  sort: createParser({
    parse: readSplitOrder,
    serialize: writeSplitOrder,
    eq: (a, b) => writeSplitOrder(a) === writeSplitOrder(b),
  }).withDefault({ column: 'name', down: false }),
  page: parseAsPage,
};
export type SplitAddress = inferParserType<typeof split>;
export const readSplitAddress = createLoader(split);
export const splitSearch = createSerializer(split);

/** The second side of a comparison: a day, and a program where it is another one. */
export const readCompareAddress = createLoader({ program: parseAsString, with: parseAsDay });

/** How many days after the program's first one the time line stands; sent where no script runs. */
export const readMoved = createLoader({
  day: createParser({ parse: (text) => (/^\d{1,4}$/.test(text) ? Number(text) : null), serialize: String }),
});

/** What narrows a figure's rows further than the funnel's own filter: the startup, and how the pairs stood (`standing`). */
type Narrowed = Partial<Pick<FilterAddress, 'startup'>> & { standing?: readonly PairStatus[] };

/** Where the rows behind a number are: its own page, with the same clocks and the same filter. */
export type OpensRows = (figure: FigureName, narrowed?: Narrowed) => string;

export function rowsOf(
  slug: string,
  { asOf, knownOn }: Pick<Funnel, 'asOf' | 'knownOn'>,
  filter: Partial<FunnelAddress> = {},
  /** The first day of a period, for what came about in it. */
  from = '',
): OpensRows {
  const clocks = { asOf, ...(knownOn && { knownOn }) };
  return (figure, { standing = [], ...narrowed } = {}) => {
    const began: Record<string, string> = needsPeriod(figure) && from ? { from } : {};
    const kept = queryOf({ ...filterPart(filter), ...narrowed });
    const stood: Record<string, string> = standing.length > 0 ? { standing: standing.join(',') } : {};
    const asked = { figure: writeFigure(figure), ...began, ...kept, ...stood, ...clocks };
    return withParams(`${funnelPath(slug)}/rows`, asked);
  };
}

/** Of an address what filters, and nothing else. */
function filterPart(address: Partial<FunnelAddress>): Partial<FilterAddress> {
  return Object.fromEntries(FILTER_KEYS.flatMap((key) => (address[key] ? [[key, address[key]]] : [])));
}

/** The funnel's address as a question to the API: every clock a day, and nothing that only arranges the screen. */
export function askedBy({ sum: _, asOf, knownOn, ...address }: FunnelAddress): Record<string, string> {
  return paramsIn(funnelSearch({ ...address, asOf, knownOn: knownOn === 'then' ? asOf : knownOn }));
}

/** The screens below the funnel, by their address. Each keeps the date, the second clock and the filter. */
export const FUNNEL_PLACES = {
  figures: '',
  split: '/split',
  compare: '/compare',
  time: '/time',
  reports: '/reports',
  waves: '/waves',
  quality: '/quality',
} as const;
export type FunnelPlace = keyof typeof FUNNEL_PLACES;
