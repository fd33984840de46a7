import { weightOf } from '@/lib/timetable/rules/weight';
import { combinedWord, type WishWord } from '@/lib/timetable/rules/words';
import type { WishItem } from '@/lib/timetable/schema/wishes';

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
