/**
 * How many letters a word may be off, by its length in letters (a Hangul syllable counts its jamo): short words differ by
 * one letter from too many others.
 */
export function typosAllowed(letters: string): number {
  if (letters.length < 4) return 0;
  return letters.length < 7 ? 1 : 2;
}

/**
 * A word cut so that at least one piece stays as it is, whatever slips are allowed: each of them spoils one piece, and two where
 * the letters on both sides of a cut changed places.
 */
export function piecesOf(letters: string): string[] {
  const pieces = typosAllowed(letters) * 2 + 1;
  const size = Math.floor(letters.length / pieces);
  return Array.from({ length: pieces }, (_, at) =>
    letters.slice(at * size, at === pieces - 1 ? undefined : (at + 1) * size),
  );
}

/**
 * The fewest slips of typing (a letter wrong, missing, too much, or two exchanged) that make `typed` the beginning of
 * `word`; optimal string alignment against every prefix at once.
 */
export function slipsToPrefix(typed: string, word: string): number {
  let before: number[] = [];
  let last = Array.from({ length: word.length + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= word.length; at += 1) {
      const isSame = typed[row - 1] === word[at - 1];
      const isExchanged =
        row > 1 && at > 1 && typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1];
      now.push(
        Math.min(
          cell(last, at) + 1,
          cell(now, at - 1) + 1,
          cell(last, at - 1) + (isSame ? 0 : 1),
          isExchanged ? cell(before, at - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [before, last] = [last, now];
  }
  return Math.min(...last);
}

function cell(row: readonly number[], at: number): number {
  return row[at] ?? Number.POSITIVE_INFINITY;
}
