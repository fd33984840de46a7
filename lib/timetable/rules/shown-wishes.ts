import { searchKey, searchText } from '@/lib/core/hangul';
import type { Locale } from '@/lib/core/locale';
import { byShownName } from '@/lib/core/shown-name';
import type { WishItem } from '../schema/wishes';
import { WISH_WORDS } from './words';

export const WORD_FILTERS = ['all', 'must', 'like', 'neutral', 'no_thanks', 'unsaid'] as const;
export type WordFilter = (typeof WORD_FILTERS)[number];
export const WISH_SORTS = ['startup', 'investor', 'weight'] as const;

/** What a list of wishes is narrowed and sorted by. */
type WishFilter = { q: string; word: WordFilter; onlyPlanned: boolean; sort: (typeof WISH_SORTS)[number] };

/** The pairs of a view; by weight the heaviest first, among equals the stronger wish. */
export function shownWishes(
  items: readonly WishItem[],
  { q, word, onlyPlanned, sort }: WishFilter,
  locale: Locale,
): WishItem[] {
  const byName = byShownName(locale);
  const found = nameFinder(q);
  const shown = items.filter(
    (item) =>
      (word === 'all' || (word === 'unsaid' ? item.wish === null : item.wish === word)) &&
      (!onlyPlanned || item.isWish) &&
      found(item),
  );
  // They come by startup and investor, and sorting keeps that order among equals.
  if (sort === 'investor') return shown.sort((a, b) => byName(a.investor, b.investor));
  if (sort === 'weight') return shown.sort((a, b) => rankOf(b) - rankOf(a));
  return shown;
}

function rankOf({ wish, weight, isWish }: WishItem): number {
  if (wish === 'no_thanks') return -1;
  const word = wish === null ? 0 : WISH_WORDS.indexOf(wish);
  return (isWish ? 100 : 0) + (weight ?? 0) * 10 + word;
}

/** By either side's name, also by initial consonants; each name is spelt out once and not for each pair. */
export function nameFinder(query: string): (item: Pick<WishItem, 'startup' | 'investor'>) => boolean {
  const key = searchKey(query.trim());
  if (!key) return () => true;
  const known = new Map<string, boolean>();
  const has = (id: string, ...names: string[]) => {
    const found = known.get(id) ?? searchText(...names).includes(key);
    known.set(id, found);
    return found;
  };
  return ({ startup, investor }) =>
    has(startup.id, startup.name, startup.nameEn) || has(investor.id, investor.name);
}
