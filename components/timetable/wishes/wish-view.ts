import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { parseAsFlag, parseAsSearch } from '@/lib/core/address';
import { searchKey, searchText } from '@/lib/core/hangul';
import type { Locale } from '@/lib/core/locale';
import { byShownName } from '@/lib/core/shown-name';
import { weightOf } from '@/lib/timetable/rules/weight';
import { combinedWord, WISH_WORDS, type WishWord } from '@/lib/timetable/rules/words';
import type { WishItem } from '@/lib/timetable/schema/wishes';

export const WORD_FILTERS = ['all', 'must', 'like', 'neutral', 'no_thanks', 'unsaid'] as const;
export type WordFilter = (typeof WORD_FILTERS)[number];

const parsers = {
  q: parseAsSearch,
  word: parseAsStringLiteral(WORD_FILTERS).withDefault('all'),
  onlyPlanned: parseAsFlag,
  sort: parseAsStringLiteral(['startup', 'investor', 'weight']).withDefault('startup'),
};
const urlKeys = { onlyPlanned: 'planned' } as const;
/** What of the wishes is shown, and in which order; kept in the address. */
export type WishView = inferParserType<typeof parsers>;
export type WishSort = WishView['sort'];
export const readWishView = createLoader(parsers, { urlKeys });
const serialize = createSerializer({ stage: parseAsString, ...parsers }, { urlKeys });

/** In the order in which they are offered: the strongest first. */
export const WORDS_TO_SAY: readonly WishWord[] = ['must', 'like', 'neutral', 'no_thanks'];
export const WORD_SIGNS: Record<WishWord, string> = { must: '◎', like: '○', neutral: '–', no_thanks: '×' };

export function wishesAddress(slug: string, stage: string, view: WishView): string {
  return serialize(`/programs/${slug}/timetable/wishes`, { stage, ...view });
}

/** The pairs of a view; by weight the heaviest first, among equals the stronger wish. */
export function shownWishes(
  items: readonly WishItem[],
  { q, word, onlyPlanned, sort }: WishView,
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

/** The pair as it will stand with a weight of the office; null gives it back to the evidence. */
export function withWeight(item: WishItem, officeWeight: number | null): WishItem {
  return weighed({ ...item, officeWeight, isWish: item.isWish || officeWeight !== null });
}

/** The pair as it will stand with a word of the office: what others said stays as far as this screen knows it. */
export function withWord(item: WishItem, said: WishWord): WishItem {
  if (said === 'no_thanks') return { ...item, own: null, wish: 'no_thanks', isWish: false };
  const others = item.wish !== null && item.wish !== item.own ? [item.wish] : [];
  const wish = combinedWord([...others, said]);
  return weighed({ ...item, own: said, wish, isWish: item.isWish || wish === 'must' || wish === 'like' });
}

function weighed(item: WishItem): WishItem {
  const { interest = null, heldBefore = 0 } = item.evidence ?? {};
  return { ...item, weight: weightOf({ ...item, interest, heldBefore }) };
}
