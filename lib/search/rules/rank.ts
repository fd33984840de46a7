import { searchKey } from '@/lib/core/hangul';
import { INSIDE, searchRank, splitWords } from '@/lib/core/search-rank';
import { FOUND_KINDS, type FoundKind } from '../schema';
import { slipsToPrefix, typosAllowed } from './typo';

/** A name as its reader sees it, and its other spellings. */
export type SearchedNames = { name: string; others: readonly string[] };

/** Found with slips of typing: behind everything that is found as it was typed. */
const WITH_TYPOS = 5;

/** The words of a query, at most five; the key of each is what `search_text` holds. */
export function termsOf(query: string): { word: string; key: string }[] {
  const words = [...new Set(query.split(/\s+/).filter(Boolean))].slice(0, 5);
  return words.map((word) => ({ word, key: searchKey(word) })).filter(({ key }) => key !== '');
}

/** How many slips lie between a word and the nearest word of a name; null where they are too many. */
export function slipsOf(word: string, { name, others }: SearchedNames): number | null {
  const typed = searchKey(word);
  const allowed = typosAllowed(typed);
  const candidates = [name, ...others].flatMap((each) => [...splitWords(each), each]).map(searchKey);
  const fewest = Math.min(...candidates.map((each) => slipsToPrefix(typed, each)));
  return fewest <= allowed ? fewest : null;
}

/**
 * How well names answer a query, the smaller the better. Each word counts by the name it fits best (searchRank, or with
 * slips); the worst word decides, unless one name begins with the whole query. `isHeld`: the record holds the word, if not in
 * a name.
 */
export function rankOf(
  query: string,
  words: readonly string[],
  names: readonly SearchedNames[],
  isHeld: (at: number) => boolean = () => false,
): number {
  const best = (ranks: readonly (number | null)[]) =>
    Math.min(...ranks.map((rank) => rank ?? Number.POSITIVE_INFINITY));
  const rankOfWord = (word: string, at: number) => {
    const typed = best(names.map(({ name, others }) => searchRank(name, others, word)));
    if (typed <= INSIDE) return typed;
    return isHeld(at) ? INSIDE : WITH_TYPOS + best(names.map((each) => slipsOf(word, each)));
  };
  const worst = Math.max(0, ...words.map(rankOfWord));
  // Of one word alone, the query says nothing that its word does not.
  if (words.length === 1 && words[0] === query) return worst;
  return Math.min(worst, best(names.map(({ name, others }) => searchRank(name, others, query))));
}

type Ranked = { kind: FoundKind; rank: number };

/** At most so many of one kind, so that a startup's two hundred pairs do not push out everything else. */
const MOST: Readonly<Record<FoundKind, number>> = {
  program: 5,
  startup: 8,
  investor: 8,
  person: 6,
  pair: 8,
  meeting: 6,
  action: 6,
  note: 6,
  page: 8,
};

/** The best first; equally good ones by kind, and as they came within a kind. */
export function inOrder<T extends Ranked>(found: readonly T[]): T[] {
  const kept = FOUND_KINDS.flatMap((kind) =>
    found
      .filter((each) => each.kind === kind)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, MOST[kind]),
  );
  return kept.sort((a, b) => a.rank - b.rank);
}
