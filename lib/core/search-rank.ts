import { initials, matchesSearch, searchKey } from './hangul';

const CONSONANTS = /^[ㄱ-ㅎ]+$/;
/** The rank of what is found, and begins with it nowhere. */
export const INSIDE = 4;
const WORDS = /[\s/_,.()·-]+/;

/**
 * How well a name answers what is typed, the smaller the better: 0 it begins so, 1 one of its words does, 2 its initial
 * consonants begin so, 3 another spelling of it begins so, 4 the letters stand inside; null where they do not.
 */
export function searchRank(name: string, others: readonly string[], query: string): number | null {
  const wanted = folded(query);
  const typed = searchKey(query);
  // By letters, so that a syllable still being typed (`메딮`) ranks as the whole one.
  const begins = (text: string) => searchKey(text).startsWith(typed);
  if (begins(name)) return 0;
  if (splitWords(name).some(begins)) return 1;
  if (CONSONANTS.test(wanted) && startsWithInitials(name, wanted)) return 2;
  if (others.some((other) => splitWords(other).some(begins))) return 3;
  return [name, ...others].some((each) => matchesSearch(each, query)) ? INSIDE : null;
}

/** The same list with the best answers first; equals keep their order. Whether they match at all is asked elsewhere. */
export function bestFirst<T>(
  list: readonly T[],
  query: string,
  namesOf: (item: T) => { name: string; others: readonly string[] },
): T[] {
  const rank = (item: T) => {
    const { name, others } = namesOf(item);
    return searchRank(name, others, query) ?? INSIDE;
  };
  return list
    .map((item) => ({ item, rank: rank(item) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** Consonants stay the keys they were typed with: NFKC would make them parts of a syllable. */
function folded(text: string): string {
  const pieces = text.normalize('NFC').split(/([ㄱ-ㆎ]+)/);
  const plain = pieces.map((piece, at) => (at % 2 === 1 ? piece : piece.normalize('NFKC')));
  return plain.join('').toLowerCase().trim();
}

export function splitWords(text: string): string[] {
  return folded(text).split(WORDS).filter(Boolean);
}

function startsWithInitials(name: string, wanted: string): boolean {
  return initials(folded(name)).replace(/\s+/g, '').startsWith(wanted);
}
