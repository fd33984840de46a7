/** A plain decimal such as `1340.5`: digits, and after a point at least one more. */
type PlainDecimal = string;

/**
 * What written digits say. `otherwise` stands only where one comma before three digits can be read in two ways: `value`
 * is then the reading in which the comma groups thousands, `otherwise` the one in which it is the decimal mark.
 */
export type Figure = { value: PlainDecimal; otherwise?: PlainDecimal };

type NumberInput =
  | { ok: true; value: PlainDecimal }
  | { ok: false; reason: 'empty' | 'not_a_number' | 'negative' }
  | { ok: false; reason: 'ambiguous'; readings: PlainDecimal[] };

/** How the commas of a whole text are meant, where somebody has said so. */
export type CommaMeaning = 'grouping' | 'decimal';

const DIGITS = /^\d+$/;
/** A space or an apostrophe between digits can only group them; a point or a comma has to occur twice for that. */
const GROUPED = /^\d{1,3}(?:(?:[ '’]\d{3})+|(?:\.\d{3}){2,}|(?:,\d{3}){2,})$/;
const GROUPED_DECIMAL = /^\d{1,3}(?:([ '’.,])\d{3})(?:\1\d{3})*(?!\1)[.,]\d+$/;
const ONE_MARK = /^\d+[.,]\d+$/;
const EITHER_WAY = /^[1-9]\d{0,2},\d{3}$/;
const GROUPED_BY_POINT = /^[1-9]\d{0,2}\.\d{3}$/;

/**
 * Reads the digits of `1,475.20`, `1.475,20`, `1 475,20`, `9,8765` or `1340.5`; null for anything else. The point is
 * the decimal mark of both languages and of the API, so `1.475` is not in doubt; `1,340` is.
 */
export function figureOf(text: string): Figure | null {
  if (DIGITS.test(text)) return { value: text };
  if (GROUPED.test(text)) return { value: text.replace(/\D/g, '') };
  if (!GROUPED_DECIMAL.test(text) && !ONE_MARK.test(text)) return null;
  const mark = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const value = `${text.slice(0, mark).replace(/\D/g, '')}.${text.slice(mark + 1)}`;
  return EITHER_WAY.test(text) ? { value: text.replace(',', ''), otherwise: value } : { value };
}

/**
 * What was typed, in one form: full-width signs and letters as ASCII, Hangul composed, lower case, spaces only between
 * two digits. Null where a digit is neither ASCII nor full-width: `10²` is not 102.
 */
export function plainText(text: string): string | null {
  if (/\p{N}/u.test(text.replace(/[0-9０-９]/g, ''))) return null;
  return text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<!\d) | (?!\d)/g, '');
}

/** A minus, the triangle of Korean accounts, or brackets around the whole; a plus says nothing. */
export function withoutSign(text: string): { body: string; negative: boolean } {
  const found = /^(?:[-−–△▲](.*)|\((.*)\))$/.exec(text);
  if (found) return { body: found[1] ?? found[2] ?? '', negative: true };
  return { body: text.replace(/^\+/, ''), negative: false };
}

/** Longer texts are no figure anybody writes; the bound keeps what follows exact and quick. */
const LONGEST = 40;

/**
 * What a person typed or pasted as a number without a unit: a rate, a count. A doubtful comma is `ambiguous` with both
 * readings, unless `comma` says how the commas of this text are meant.
 */
export function readNumber(text: string, comma?: CommaMeaning): NumberInput {
  const plain = plainText(text.slice(0, 4 * LONGEST));
  if (plain === '') return { ok: false, reason: 'empty' };
  if (plain === null || plain.length > LONGEST) return { ok: false, reason: 'not_a_number' };
  const { body, negative } = withoutSign(plain);
  const figure = figureOf(body);
  if (!figure) return { ok: false, reason: 'not_a_number' };
  if (negative && /[1-9]/.test(figure.value)) return { ok: false, reason: 'negative' };
  // Where commas are the decimal marks, a point before three digits groups: `1.340` stands beside `9,876`.
  if (comma === 'decimal' && GROUPED_BY_POINT.test(body)) return { ok: true, value: body.replace('.', '') };
  const { value, otherwise } = figure;
  if (otherwise === undefined || comma === 'grouping') return { ok: true, value };
  if (comma === 'decimal') return { ok: true, value: otherwise };
  return { ok: false, reason: 'ambiguous', readings: [value, otherwise] };
}

/** A whole number such as a count of minutes, where a comma can only group: `1,200` and `９０`; null for anything else. */
export function readWhole(text: string): number | null {
  const read = readNumber(text, 'grouping');
  if (!read.ok || !/^\d{1,15}$/.test(read.value)) return null;
  return Number(read.value);
}

/** What a form sends for a count: a number, nothing for an empty text, and what cannot be read as it was typed. */
export function typedWhole(text: string): number | string | null {
  return text.trim() === '' ? null : (readWhole(text) ?? text);
}
