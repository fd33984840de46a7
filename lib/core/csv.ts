import { type CsvErrorCode, parse } from 'csv-parse/browser/esm/sync';
import { guarded } from './formula-guard';

/** A line of a file with the number an editor shows for it: a quoted cell may run over several. */
export type CsvLine = { number: number; cells: string[] };

const SEPARATORS = ['\t', ';', ','] as const;
/** Of a text whose quotes do not pair up, where a quote is a sign like any other. */
const BAD_QUOTES: readonly CsvErrorCode[] = [
  'CSV_QUOTE_NOT_CLOSED',
  'CSV_INVALID_CLOSING_QUOTE',
  'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE',
];

/**
 * Reads what a spreadsheet saves or copies, by commas, semicolons or tabs, as its first line has it. Cells are trimmed,
 * empty lines left out. Never throws: no text is wrong to it.
 */
export function readCsv(text: string, delimiter: string = separatorOf(text)): CsvLine[] {
  try {
    return linesOf(text, delimiter, '"');
  } catch (error) {
    if (!BAD_QUOTES.includes((error as { code?: CsvErrorCode }).code as CsvErrorCode)) throw error;
    return linesOf(text, delimiter, null);
  }
}

function linesOf(text: string, delimiter: string, quote: string | null): CsvLine[] {
  const rows = parse(text, {
    ...{ bom: true, delimiter, quote, info: true, trim: true, relax_column_count: true, relax_quotes: true },
    ...{ record_delimiter: ['\r\n', '\n', '\r'], skip_records_with_empty_values: true },
  }) as unknown as { record: string[]; info: { lines: number } }[];
  // The reader counts where a record ends.
  return rows.map(({ record, info }) => ({
    number: info.lines - breaksIn(record),
    cells: record.map((cell) => cell.trim()),
  }));
}

function breaksIn(cells: readonly string[]): number {
  return cells.join().match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** The lines of a text as they stand, whatever ends them; without the mark by which Excel knows Hangul. */
export function linesIn(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
}

function separatorOf(text: string): string {
  const first = linesIn(text).find((line) => line.trim() !== '') ?? '';
  return SEPARATORS.find((each) => first.includes(each)) ?? ',';
}

/** With that mark at its start; a name that looks like a formula stays a name. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const quote = (cell: string) => {
    const safe = guarded(cell);
    return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`;
}
