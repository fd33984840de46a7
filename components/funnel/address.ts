import { type Address, type RawQuery, readAddress, searchOf } from '@/components/pair/filter/address';
import { SUMS, type Sum } from '@/lib/amount/rules';
import { type FigureName, writeFigure } from '@/lib/funnel/rules/figure';
import type { Funnel } from '@/lib/funnel/rules/figures';

/** What the funnel's address says: whose pairs, as of when, as known when, and which sum stands in front. */
export type FunnelAddress = Pick<Address, 'asOf' | 'sector' | 'startup' | 'investor' | 'owner'> & {
  /** A day, `then` for the day of `asOf` wherever it moves, or empty for all that is known now. */
  knownOn: string;
  sum: Sum;
};

export const FILTERS = ['sector', 'startup', 'investor', 'owner'] as const;

export function readFunnelAddress(query: RawQuery): FunnelAddress {
  const { asOf, knownOn, sector, startup, investor, owner } = readAddress(query);
  const sum = SUMS.find((known) => known === query.sum) ?? 'discussed';
  return {
    asOf,
    knownOn: query.knownOn === 'then' ? 'then' : knownOn,
    sector,
    startup,
    investor,
    owner,
    sum,
  };
}

export function isNarrowed(address: FunnelAddress): boolean {
  return FILTERS.some((key) => address[key].length > 0);
}

/** As parameters, without what is not chosen; one value a key. */
export function paramsOf({ sum, ...address }: FunnelAddress): Record<string, string> {
  const chosen = Object.entries(address).map(([key, value]) => [key, [value].flat().join(',')]);
  return Object.fromEntries([...chosen, ['sum', sum === 'discussed' ? '' : sum]].filter(([, text]) => text));
}

export function funnelPath(slug: string): string {
  return `/programs/${slug}/funnel`;
}

export function funnelHref(slug: string, address: FunnelAddress): string {
  const search = new URLSearchParams(paramsOf(address)).toString().replaceAll('%2C', ',');
  return funnelPath(slug) + (search && `?${search}`);
}

/** What narrows a figure's rows further than the funnel's own filter. */
type Narrowed = Partial<Pick<Address, 'startup' | 'status'>>;

/** Where the rows behind a number are: its own page, with the same clocks and the same filter. */
export type OpensRows = (figure: FigureName, narrowed?: Narrowed) => string;

export function rowsOf(
  slug: string,
  { asOf, knownOn }: Pick<Funnel, 'asOf' | 'knownOn'>,
  filter: Partial<FunnelAddress> = {},
  /** The day before the period begins, for what was entered in it. */
  from = '',
): OpensRows {
  const { sector = [], startup = [], investor = [], owner = [] } = filter;
  const same = { sector, startup, investor, owner, asOf, knownOn: knownOn ?? '' };
  return (figure, narrowed) => {
    const began = from && `&from=${from}`;
    const search = searchOf({ ...same, ...narrowed }).replace('?', '&');
    return `${funnelPath(slug)}/rows?figure=${writeFigure(figure)}${began}${search}`;
  };
}
