import { linesIn, readCsv } from '@/lib/core/csv';
import { isCurrency } from '@/lib/core/currencies';
import { isWrittenYear, parseDay } from '@/lib/core/days';
import type { CommaMeaning } from '@/lib/core/number-input';
import { readRate } from './rate-input';

/** 1 `base` = `rate` `quote` on the day `on`, as a table names it; the rate is a plain decimal. */
export type RateEntry = { base: string; quote: string; on: string; rate: string; source: string };
export const RATE_COLUMNS = ['base', 'quote', 'on', 'rate', 'source'] as const;

type RateProblem =
  | 'wrong_columns'
  | 'not_a_currency'
  | 'same_currency'
  | 'not_a_date'
  | 'year_out_of_range'
  | 'not_a_rate'
  | 'ambiguous_rate'
  | 'no_source'
  | 'rate_twice';
/** A line of the table by its number in the text, from 1; either an entry or what is wrong with it. */
export type RateLine = { line: number; text: string } & (
  | { entry: RateEntry; problem: null }
  | { entry: null; problem: Exclude<RateProblem, 'ambiguous_rate'> }
  | { entry: null; problem: 'ambiguous_rate'; readings: string[] }
);
type Read = RateEntry | Exclude<RateProblem, 'ambiguous_rate'> | { readings: string[] };

const LONGEST_SOURCE = 120;

/**
 * Reads `base,quote,on,rate,source`, a line a rate, separated by commas, semicolons or tabs as a spreadsheet copies them.
 * A first line with the names of the columns and empty lines are passed over. Every other line is told, right or wrong.
 * `1,340` is `ambiguous_rate` until `comma` says what the commas of this table mean.
 */
export function readRateLines(text: string, comma?: CommaMeaning): RateLine[] {
  const seen = new Set<string>();
  return linesIn(text)
    .map((each, index) => ({ text: each.trim(), line: index + 1 }))
    .filter((each) => each.text !== '' && !isHead(each.text))
    .map(({ text: written, line }): RateLine => {
      const read = readLine(written, comma);
      if (typeof read === 'string') return { line, text: written, entry: null, problem: read };
      if ('readings' in read) return { line, text: written, entry: null, problem: 'ambiguous_rate', ...read };
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

function readLine(text: string, comma: CommaMeaning | undefined): Read {
  const cells = cellsOf(text);
  if (cells.length !== RATE_COLUMNS.length) return 'wrong_columns';
  const [, , on = '', written = '', source = ''] = cells;
  const [base = '', quote = ''] = cells.map((cell) => cell.toUpperCase());
  if (!isCurrency(base) || !isCurrency(quote)) return 'not_a_currency';
  if (base === quote) return 'same_currency';
  if (!parseDay(on)) return 'not_a_date';
  if (!isWrittenYear(Number(on.slice(0, 4)))) return 'year_out_of_range';
  if (source === '' || source.length > LONGEST_SOURCE) return 'no_source';
  const read = readRate(written, comma);
  if (!read.ok) return read.reason === 'ambiguous' ? { readings: read.readings } : read.reason;
  return { base, quote, on, rate: read.rate, source };
}

/** The cells by the separator that gives the five columns; a decimal comma then stands in one of them. */
function cellsOf(text: string): string[] {
  const tries = ['\t', ';', ','].map((separator) => readCsv(text, separator)[0]?.cells ?? []);
  return tries.find((cells) => cells.length === RATE_COLUMNS.length) ?? [];
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
  return `${whole.replace(/^0+(?=\d)/, '')}.${fraction.replace(/(?<!0)0+$/, '')}`;
}
