import { PAIR_SORTS } from '@/lib/pair/rules/item';

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The parameters that make a list of pairs; a pair's page carries them on, so that it knows its neighbours. */
const LIST_PARAMS = [
  'stage',
  'status',
  'startup',
  'investor',
  'sector',
  'owner',
  'rung',
  'reason',
  'reached',
  'met',
  'overdue',
  'unscheduled',
  'q',
  'sort',
  'asOf',
  'knownOn',
] as const;

function searchOf(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, values] of Object.entries(query)) {
    for (const value of [values ?? []].flat()) if (value !== '') search.append(name, value);
  }
  const text = search.toString();
  return text && `?${text}`;
}

/** A pair's page; give it the list's parameters and it goes on through that list by `j` and `k`. */
export function pairAddress(slug: string, pairId: string, query: Query = {}): string {
  return `/programs/${slug}/pairs/${pairId}${searchOf(query)}`;
}

/** The list a pair's page was opened from, with all its parameters. */
export function pairsAddress(slug: string, query: Query = {}): string {
  return `/programs/${slug}/pairs${searchOf(query)}`;
}

/** What of an address filters and sorts the list; a sort of the table that the list does not know is left out. */
export function listParams(query: Query): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of LIST_PARAMS) {
    const value = query[name];
    if (typeof value === 'string' && value !== '') kept[name] = value;
  }
  if (kept.knownOn === 'then') kept.knownOn = kept.asOf ?? '';
  if (kept.knownOn === '') delete kept.knownOn;
  const sort = kept.sort?.replace(/^-/, '');
  if (sort !== undefined && !PAIR_SORTS.some((known) => known === sort)) delete kept.sort;
  return kept;
}
