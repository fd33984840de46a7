import { parseDay } from '@/lib/core/days';
import { isCurrency } from '@/lib/core/money';

/** 1 `base` = `rate` `quote` on the day `on`, as a table names it; the rate is a plain decimal. */
export type RateEntry = { base: string; quote: string; on: string; rate: string; source: string };
export const RATE_COLUMNS = ['base', 'quote', 'on', 'rate', 'source'] as const;

export type RateProblem =
  | 'wrong_columns'
  | 'not_a_currency'
  | 'same_currency'
  | 'not_a_date'
  | 'not_a_rate'
  | 'no_source'
  | 'rate_twice';
/** A line of the table by its number in the text, from 1; either an entry or what is wrong with it. */
export type RateLine = { line: number; text: string } & (
  | { entry: RateEntry; problem: null }
  | { entry: null; problem: RateProblem }
);

const LONGEST_SOURCE = 120;

/**
 * Reads `base,quote,on,rate,source`, a line a rate, separated by commas or by tabs as a spreadsheet copies them. A first
 * line with the names of the columns and empty lines are passed over. Every other line is told, right or wrong.
 */
export function readRateLines(text: string): RateLine[] {
  const seen = new Set<string>();
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((each, index) => ({ text: each.trim(), line: index + 1 }))
    .filter((each) => each.text !== '' && !isHead(each.text))
    .map(({ text: written, line }): RateLine => {
      const read = readLine(written);
      if (typeof read === 'string') return { line, text: written, entry: null, problem: read };
      const key = [read.base, read.quote, read.on].join(' ');
      if (seen.has(key)) return { line, text: written, entry: null, problem: 'rate_twice' };
      seen.add(key);
      return { line, text: written, entry: read, problem: null };
    });
}

function isHead(text: string): boolean {
  const cells = cellsOf(text).map((cell) => cell.toLowerCase());
  return RATE_COLUMNS.every((name, index) => cells[index] === name);
}

function readLine(text: string): RateEntry | RateProblem {
  const cells = cellsOf(text);
  if (cells.length !== RATE_COLUMNS.length) return 'wrong_columns';
  const [base = '', quote = '', on = '', rate = '', source = ''] = cells;
  const entry = {
    base: base.toUpperCase(),
    quote: quote.toUpperCase(),
    on,
    rate: rate.replaceAll(',', ''),
    source,
  };
  if (!isCurrency(entry.base) || !isCurrency(entry.quote)) return 'not_a_currency';
  if (entry.base === entry.quote) return 'same_currency';
  if (!parseDay(on)) return 'not_a_date';
  if (!/^\d{1,12}(\.\d{1,8})?$/.test(entry.rate) || !/[1-9]/.test(entry.rate)) return 'not_a_rate';
  return source === '' || source.length > LONGEST_SOURCE ? 'no_source' : entry;
}

/** Cells in quotes may hold the separator, and a quote written twice. */
function cellsOf(text: string): string[] {
  const separator = text.includes('\t') ? '\t' : ',';
  const cells = [''];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted && sign === '"' && text[at + 1] === '"') at += 1;
    else if (sign === '"') {
      quoted = !quoted;
      continue;
    }
    if (sign === separator && !quoted) cells.push('');
    else cells[cells.length - 1] += sign;
  }
  return cells.map((cell) => cell.trim());
}

/** What an entry does beside the rates in force: a new day, another rate or source for a day, or nothing. */
export type RateEffect = 'new' | 'replaces' | 'same';

export function effectOf(entry: RateEntry, rates: readonly RateEntry[]): RateEffect {
  const before = rates.find(
    ({ base, quote, on }) => base === entry.base && quote === entry.quote && on === entry.on,
  );
  if (!before) return 'new';
  return plain(before.rate) === plain(entry.rate) && before.source === entry.source ? 'same' : 'replaces';
}

/** `01340.50` and `1340.5` are one rate. */
function plain(rate: string): string {
  const [whole = '', fraction = ''] = rate.split('.');
  return `${whole.replace(/^0+(?=\d)/, '')}.${fraction.replace(/0+$/, '')}`;
}
