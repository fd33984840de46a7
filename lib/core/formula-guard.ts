import { withoutUnseen } from './text';

/** Spreadsheets skip what they do not show, and read `＝` as they read `=`. */
function isFormula(value: string): boolean {
  if (/^[\t\r\n]/.test(value)) return true;
  const [first = ''] = withoutUnseen(value).replace(/^[\s\p{C}\p{Z}]+/u, '');
  return /^[=+\-@\u2212]/.test(first.normalize('NFKC'));
}

const needsQuote = (value: string) => value.startsWith("'") || isFormula(value);

/**
 * A text that a spreadsheet would take for a formula is marked as text by a quote before it; one that begins with a quote
 * gets another, so that `unguarded` gives every text again.
 */
export function guarded(value: string): string {
  return needsQuote(value) ? `'${value}` : value;
}

/** The text as it was before `guarded`; a quote that nobody put there for that stays. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && needsQuote(cell.slice(1)) ? cell.slice(1) : cell;
}
