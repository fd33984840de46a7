/** How the reading of a word ends: in a vowel, in ㄹ, in another consonant, or nobody can know. */
type Ending = 'open' | 'rieul' | 'closed' | 'unknown';

const DIGITS: readonly Ending[] = [
  'closed',
  'rieul',
  'open',
  'closed',
  'open',
  'open',
  'closed',
  'rieul',
  'rieul',
  'open',
];

/** Reads the last sound before any bracket, quote or full stop at the end of the word. */
export function endingOf(word: string): Ending {
  const read = withoutAside(word.normalize('NFKC'));
  const bare = read.replace(/(?<![^\p{L}\p{N}%])[^\p{L}\p{N}%]+$/u, '');
  const last = bare.at(-1) ?? '';
  if (/[가-힣]/.test(last)) return syllableEnding(last);
  if (/\d/.test(last)) return numberEnding(bare);
  if (/[a-z]/i.test(last)) return latinEnding(/(?<![a-z])[a-z]+$/i.exec(bare)?.[0] ?? '');
  return last === '%' ? 'open' : 'unknown';
}

const BRACKETS: Record<string, string> = { ')': '(', ']': '[' };

/** Without the bracket at the end of a word, and the signs after it; a word that is all bracket stays. */
function withoutAside(word: string): string {
  const end = word.search(/[)\]][^)\]\p{L}\p{N}]*$/u);
  const open = word.lastIndexOf(BRACKETS[word[end] ?? ''] ?? ' ', end);
  if (end < 0 || open < 0) return word;
  return word.slice(0, open).trimEnd() || word;
}

function syllableEnding(syllable: string): Ending {
  const final = ((syllable.codePointAt(0) ?? 0) - 0xac00) % 28;
  return final === 0 ? 'open' : final === 8 ? 'rieul' : 'closed';
}

/** By the last digit as it is read; 영, 십, 백, 천, 만, 억 and 경 end closed, only 조 ends open. */
function numberEnding(text: string): Ending {
  const figure = /(?<![\d,])[\d,]+$/.exec(text)?.[0].replaceAll(',', '') ?? '';
  const zeros = /(?<!0)0+$/.exec(figure)?.[0].length ?? 0;
  if (zeros >= 12 && zeros < 16) return 'open';
  return DIGITS[Number(text.at(-1))] ?? 'unknown';
}

/** An acronym is spelt, a word is spoken; where it may be either, only what both agree on is certain. */
function latinEnding(word: string): Ending {
  const part = /[A-Z]?(?<![a-z])[a-z]+$|(?<![A-Z])[A-Z]+$/.exec(word)?.[0] ?? word;
  if (part.length === 1) return letterEnding(part);
  if (part !== part.toUpperCase()) return spokenEnding(part.toLowerCase());
  const spelt = letterEnding(part.slice(-1));
  return part.length <= 3 || spelt === spokenEnding(part.toLowerCase()) ? spelt : 'unknown';
}

function letterEnding(letter: string): Ending {
  if (/[lr]/i.test(letter)) return 'rieul';
  return /[mn]/i.test(letter) ? 'closed' : 'open';
}

/** As Korean transcription (외래어 표기법) writes the sound: 벤처스, 캐피털, 스텝원, 로보틱스, 스택. */
function spokenEnding(word: string): Ending {
  if (/l$|^[^aeiou]*[aeiou].*le$/.test(word)) return 'rieul';
  if (/[mn]$|ng$|^[^aeiou]*[aeiou].*[aeiou][mn]e$|^one$/.test(word)) return 'closed';
  if (/ck$|ook$|[^aeiou][aeiou][pk]$/.test(word)) return 'closed';
  if (/[bgptkcq]$/.test(word) && !/(s|r|l|n|m|f|c|p|x)[bgptk]$/.test(word)) return 'unknown';
  return 'open';
}
