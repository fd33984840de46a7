import { disassemble, getChoseong } from 'es-hangul';
import { endingOf } from './hangul-ending';
import { withoutUnseen } from './text';

export type Particle = '을/를' | '이/가' | '은/는' | '와/과' | '으로/로';

/** After a final consonant, after a vowel, and both where nobody can know how the word is read. */
const PARTICLES: Record<Particle, readonly [closed: string, open: string, both: string]> = {
  '을/를': ['을', '를', '을(를)'],
  '이/가': ['이', '가', '이(가)'],
  '은/는': ['은', '는', '은(는)'],
  '와/과': ['과', '와', '와(과)'],
  '으로/로': ['으로', '로', '(으)로'],
};

/**
 * The word with its particle: `메디픽셀을`, `VC가`, `10억 원으로`, `한빛(Hanbit)은`. A bracket at the end is not read.
 * Latin words go by their sound where the spelling tells it, else both are written: `Habit을(를)`.
 */
export function withParticle(word: string, particle: Particle): string {
  const [closed, open, both] = PARTICLES[particle];
  const ending = endingOf(word);
  if (ending === 'unknown') return word + both;
  if (ending === 'open' || (ending === 'rieul' && particle === '으로/로')) return word + open;
  return word + closed;
}

const SYLLABLE = /[가-힣]/;
const JAMO = /([ㄱ-ㆎ]+)/;
/** `like` reads these three as its own signs; their full-width twins mean themselves on both sides. */
const WILDCARDS: Record<string, string> = { '%': '％', _: '＿', '\\': '＼' };

/** NFKC, lower case, no spaces, nothing unseen; single jamo (`ㄳ`) stay the keys they were typed with (`ㄱㅅ`). */
function plain(text: string): string {
  const pieces = withoutUnseen(text).split(JAMO);
  const folded = pieces.map((piece) => (JAMO.test(piece) ? disassemble(piece) : piece.normalize('NFKC')));
  return folded
    .join('')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[%_\\]/g, (sign) => WILDCARDS[sign] ?? sign);
}

/** The first consonant of each syllable, the rest as it is: `메디픽셀` gives `ㅁㄷㅍㅅ`. */
export function initials(text: string): string {
  return text.normalize('NFC').replace(/[가-힣]/g, (syllable) => getChoseong(syllable));
}

/**
 * The key to look for in `searchText`: initials where the query is consonants only, else the letters one by one, so
 * that a half-typed syllable (`메딮` on the way to `메디픽셀`) finds already. Safe inside `like` as it is.
 */
export function searchKey(query: string): string {
  const key = plain(query);
  return /[ㄱ-ㅎ]/.test(key) && !SYLLABLE.test(key) ? asInitials(key) : disassemble(key);
}

/** Consonants in another part of Unicode, so that the initials of a name are never found among its letters. */
function asInitials(text: string): string {
  return text.replace(/[ㄱ-ㅎ]/g, (consonant) => consonant.normalize('NFKC'));
}

/**
 * The one column `search_text`: each part letter by letter, then by initials, one a line. By its making
 * `search_text like '%' || key || '%'` with `searchKey(query)` finds exactly what `matchesSearch` finds.
 */
export function searchText(...parts: readonly (string | null | undefined)[]): string {
  const lines = parts
    .flatMap((part) => (part ? [plain(part)] : []))
    .flatMap((part) => [disassemble(part), asInitials(initials(part))]);
  return [...new Set(lines)].join('\n');
}

/** Whether a text is found by a query, as the database finds it; an empty query finds everything. */
export function matchesSearch(haystack: string, query: string): boolean {
  return searchText(haystack).includes(searchKey(query));
}
