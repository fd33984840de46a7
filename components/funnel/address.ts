import { type Address, type RawQuery, readAddress, searchOf } from '@/components/pair/filter/address';
import { SUMS, type Sum } from '@/lib/amount/rules';
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

export type Rows = Partial<
  Pick<Address, 'reached' | 'met' | 'stage' | 'status' | 'reason' | 'rung' | 'startup'>
>;

/** Where the rows behind a number are: the table of pairs with the same clocks and the same filter. */
export type OpensRows = (rows: Rows) => string;

export function rowsOf(
  slug: string,
  { asOf, knownOn }: Pick<Funnel, 'asOf' | 'knownOn'>,
  filter: Partial<FunnelAddress> = {},
): OpensRows {
  const { sector = [], startup = [], investor = [], owner = [] } = filter;
  const same = { view: 'table' as const, sector, startup, investor, owner, asOf, knownOn: knownOn ?? '' };
  return (rows) => `/programs/${slug}/pairs${searchOf({ ...same, ...rows })}`;
}
