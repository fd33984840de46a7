import type { RawQuery } from '@/lib/core/address';
import { PAIR_SORTS } from '@/lib/pair/rules/item';
import { FILTER_KEYS, queryOf, readAddress, searchOf } from './filter/address';

/** Pages of pairs; give it the list's parameters and they go on through that list by `j` and `k`. */
export function pairAddresses(slug: string, query: RawQuery = {}): (pairId: string) => string {
  const search = searchOf(readAddress(query));
  return (pairId) => `/programs/${slug}/pairs/${pairId}${search}`;
}

export function pairAddress(slug: string, pairId: string, query?: RawQuery): string {
  return pairAddresses(slug, query)(pairId);
}

/** The list a pair's page was opened from, with all its parameters. */
export function pairsAddress(slug: string, query: RawQuery = {}): string {
  return `/programs/${slug}/pairs${searchOf(readAddress(query))}`;
}

/** What of an address filters and sorts the list; a sort of the table that the list does not know is left out. */
export function listParams(query: RawQuery): Record<string, string> {
  const asked = queryOf(readAddress(query));
  const sort = asked.sort?.replace(/^-/, '');
  const isKept = (key: string) =>
    key === 'sort'
      ? PAIR_SORTS.some((known) => known === sort)
      : [...FILTER_KEYS, 'asOf', 'knownOn'].includes(key);
  return Object.fromEntries(Object.entries(asked).filter(([key]) => isKept(key)));
}
