import { initials } from './hangul';

const CONSONANTS = /^[ㄱ-ㅎ]+$/;
const WORDS = /[\s/_,.()·-]+/;

/**
 * How well a name answers what is typed, the smaller the better: 0 it begins so, 1 one of its words does, 2 its initial
 * consonants begin so, 3 another spelling of it begins so, 4 the letters stand inside. Whether it matches at all is asked
 * elsewhere.
 */
function searchRank(name: string, others: readonly string[], query: string): number {
  const wanted = folded(query);
  if (folded(name).startsWith(wanted)) return 0;
  if (wordsOf(name).some((word) => word.startsWith(wanted))) return 1;
  if (CONSONANTS.test(wanted) && startsWithInitials(name, wanted)) return 2;
  if (others.some((other) => wordsOf(other).some((word) => word.startsWith(wanted)))) return 3;
  return 4;
}

/** The same list with the best answers first; equals keep their order. */
export function bestFirst<T>(
  list: readonly T[],
  query: string,
  namesOf: (item: T) => { name: string; others: readonly string[] },
): T[] {
  const rank = (item: T) => {
    const { name, others } = namesOf(item);
    return searchRank(name, others, query);
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

function wordsOf(text: string): string[] {
  return folded(text).split(WORDS).filter(Boolean);
}

function startsWithInitials(name: string, wanted: string): boolean {
  return initials(folded(name)).replace(/\s+/g, '').startsWith(wanted);
}
