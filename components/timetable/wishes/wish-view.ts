import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { parseAsFlag, parseAsSearch } from '@/lib/core/address';
import { WISH_SORTS, WORD_FILTERS } from '@/lib/timetable/rules/shown-wishes';
import { weightOf } from '@/lib/timetable/rules/weight';
import { combinedWord, type WishWord } from '@/lib/timetable/rules/words';
import type { WishItem } from '@/lib/timetable/schema/wishes';

const parsers = {
  q: parseAsSearch,
  word: parseAsStringLiteral(WORD_FILTERS).withDefault('all'),
  onlyPlanned: parseAsFlag,
  sort: parseAsStringLiteral(WISH_SORTS).withDefault('startup'),
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

/** The question of the same list, for an export. */
export function wishesAsked(stage: string, { q, word, onlyPlanned, sort }: WishView): Record<string, string> {
  return {
    stage,
    sort,
    ...(q && { q }),
    ...(word !== 'all' && { word }),
    ...(onlyPlanned && { planned: 'true' }),
  };
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
