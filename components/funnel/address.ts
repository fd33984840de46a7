import { createLoader, createSerializer, type inferParserType, parseAsStringLiteral } from 'nuqs/server';
import { type Address, searchOf } from '@/components/pair/filter/address';
import { SUMS } from '@/lib/amount/rules';
import { isId, isWord, parseAsDayOrNone, parseAsKnownOn, parseAsSome } from '@/lib/core/address';
import { type FigureName, needsPeriod, writeFigure } from '@/lib/funnel/rules/figure';
import { NO_OWNER } from '@/lib/funnel/schema';
import type { Funnel } from '@/lib/funnel/schema/figures';

const parsers = {
  asOf: parseAsDayOrNone,
  knownOn: parseAsKnownOn,
  sector: parseAsSome(isWord),
  startup: parseAsSome(isId),
  investor: parseAsSome(isId),
  owner: parseAsSome((text) => isId(text) || text === NO_OWNER),
  /** The first day of a period that ends with `asOf`; empty for the whole cohort. */
  from: parseAsDayOrNone,
  sum: parseAsStringLiteral(SUMS).withDefault('discussed'),
};

/** What the funnel's address says: whose pairs, as of when, as known when, and which sum stands in front. */
export type FunnelAddress = inferParserType<typeof parsers>;

export const FILTERS = ['sector', 'startup', 'investor', 'owner'] as const;

export const readFunnelAddress = createLoader(parsers);
const funnelSearch = createSerializer(parsers);

export function isNarrowed(address: FunnelAddress): boolean {
  return FILTERS.some((key) => address[key].length > 0);
}

/** As parameters, without what is not chosen; one value a key. */
export function paramsOf(address: FunnelAddress): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(funnelSearch(address)));
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
  const search = new URLSearchParams({ ...paramsOf(address), ...more }).toString().replaceAll('%2C', ',');
  return funnelPath(slug) + path + (search && `?${search}`);
}

/** What narrows a figure's rows further than the funnel's own filter. */
type Narrowed = Partial<Pick<Address, 'startup' | 'status'>>;

/** Where the rows behind a number are: its own page, with the same clocks and the same filter. */
export type OpensRows = (figure: FigureName, narrowed?: Narrowed) => string;

export function rowsOf(
  slug: string,
  { asOf, knownOn }: Pick<Funnel, 'asOf' | 'knownOn'>,
  filter: Partial<FunnelAddress> = {},
  /** The first day of a period, for what came about in it. */
  from = '',
): OpensRows {
  const { sector = [], startup = [], investor = [], owner = [] } = filter;
  const same = { sector, startup, investor, owner, asOf, knownOn: knownOn ?? '' };
  return (figure, narrowed) => {
    const began = needsPeriod(figure) && from ? `&from=${from}` : '';
    const search = searchOf({ ...same, ...narrowed }).replace('?', '&');
    return `${funnelPath(slug)}/rows?figure=${writeFigure(figure)}${began}${search}`;
  };
}

/** The funnel's address as a question to the API: every clock a day, and nothing that only arranges the screen. */
export function askedBy({ sum: _, asOf, knownOn, ...address }: FunnelAddress): Record<string, string> {
  const chosen = { asOf, knownOn: knownOn === 'then' ? asOf : knownOn, ...address };
  const written = Object.entries(chosen).map(([key, value]) => [key, [value].flat().join(',')] as const);
  return Object.fromEntries(written.filter(([, text]) => text));
}
