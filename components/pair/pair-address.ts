import type { RawQuery } from '@/lib/core/address';
import { PAIR_SORTS } from '@/lib/pair/rules/item';
import { FILTER_KEYS, queryOf, readAddress, searchOf } from './filter/address';

/** A pair's page; give it the list's parameters and it goes on through that list by `j` and `k`. */
export function pairAddress(slug: string, pairId: string, query: RawQuery = {}): string {
  return `/programs/${slug}/pairs/${pairId}${searchOf(readAddress(query))}`;
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
