/** The lists that can be kept as a view. */
export const VIEW_NOUNS = ['pairs', 'meetings', 'startups', 'investors'] as const;
export type ViewNoun = (typeof VIEW_NOUNS)[number];

/** What of an address says where the reader stands in a list, and not which list it is. */
const PLACES = ['pair', 'page', 'cursor'];

/**
 * The query string of a list as a view keeps it: each key once, in the order of the alphabet, without where the reader
 * stands and without empty values. The same list gives the same text. `withDate` false leaves the as-of date out, so that
 * the view is always as of the day it is opened.
 */
export function viewAddress(search: string, withDate = true): string {
  const left = withDate ? PLACES : [...PLACES, 'asOf', 'knownOn'];
  const kept = [...new URLSearchParams(search)].filter(([key, value]) => value !== '' && !left.includes(key));
  return new URLSearchParams(kept.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString();
}

/** Whether an address names a day of its own. */
export function hasDate(search: string): boolean {
  return new URLSearchParams(search).has('asOf');
}
