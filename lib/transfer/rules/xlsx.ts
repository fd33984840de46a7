import writeXlsxFile, { type CellObject, type Row, type Sheet } from 'write-excel-file/universal';
import { dayInZone, timeInZone } from '@/lib/core/zones';
import type { Book, BookCell, BookTable } from '../schema';

/** Excel keeps so many digits of a number; more are written as text, exactly. */
const EXACT_DIGITS = 15;
const MOST_NAME = 31;
/** What XML cannot carry, or carries changed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are escaped
const UNWRITABLE = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;
/**
 * A sheet reads `_x0041_` as the letter A (ST_Xstring, ISO/IEC 29500-1, 22.9.2.19); the last sign of it may be the first of a
 * character that is escaped.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are escaped
const ESCAPE = /_(?=x[0-9a-f]{4}[_\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF])/gi;

/** A sheet for each table, each with the label in its first rows. Numbers are numbers, dates dates, text never a formula. */
export async function toXlsx(book: Book): Promise<Uint8Array> {
  const sheets = book.tables.map((table, index) => sheetOf(book, table, index));
  const blob = await writeXlsxFile(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function sheetOf({ label, timeZone }: Book, table: BookTable, index: number): Sheet<Blob> {
  const labels: Row[] = label.map(({ term, value }) => [
    { ...words(term), fontWeight: 'bold' },
    words(value),
  ]);
  const head: Row = table.columns.map((column) => ({ ...words(column), fontWeight: 'bold' }));
  const rows = table.rows.map((row) => row.map((cell) => cellOf(cell, timeZone)));
  return {
    sheet: sheetName(table.title, index),
    data: [...labels, [], head, ...rows],
    columns: table.columns.map((column, at) => ({ width: widthOf(column, table.rows, at) })),
    stickyRowsCount: labels.length + 2,
  };
}

/** At most 31 letters, none of those that a sheet's name may not have; the number keeps two of them apart. */
function sheetName(title: string, index: number): string {
  return `${index + 1} ${title.replace(/[\\/*?:[\]]/g, ' ')}`.slice(0, MOST_NAME).trim();
}

const words = (value: string): CellObject => ({ type: String, value: escaped(value) });

/** As a sheet writes text: its reader gives every character again, and none that was not there. */
export function escaped(value: string): string {
  return value.replace(ESCAPE, '_x005F_').replace(UNWRITABLE, (sign) => {
    const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `_x${code}_`;
  });
}

function cellOf(cell: BookCell, zone: string): CellObject | null {
  if (cell === null) return null;
  if ('text' in cell) return words(cell.text);
  if ('number' in cell) return numberOf(cell);
  if ('day' in cell) {
    return { type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: 'yyyy-mm-dd' };
  }
  const instant = new Date(cell.at);
  // A sheet knows no zones: the clocks of the book's zone, which its label names.
  const wall = new Date(`${dayInZone(instant, zone)}T${timeInZone(instant, zone)}:00Z`);
  return { type: Date, value: wall, format: 'yyyy-mm-dd hh:mm' };
}

function numberOf({ number, places }: { number: string; places: number }): CellObject {
  const digits = number.replace(/^-?0*\.?0*|\./g, '');
  if (digits.length > EXACT_DIGITS) return words(number);
  return {
    type: Number,
    value: Number(number),
    format: places > 0 ? `#,##0.${'0'.repeat(places)}` : '#,##0',
  };
}

function widthOf(column: string, rows: readonly BookCell[][], at: number): number {
  const longest = Math.max(wide(column), ...rows.map((row) => wide(shown(row[at] ?? null))));
  return Math.min(60, Math.max(10, longest + 2));
}

function shown(cell: BookCell): string {
  if (cell === null) return '';
  if ('text' in cell) return cell.text;
  if ('number' in cell) return `${cell.number}${',,,'}`;
  return 'day' in cell ? cell.day : '2023-05-03 14:30';
}

/** A syllable of Hangul takes the room of two letters. */
function wide(value: string): number {
  return [...value].reduce((sum, letter) => sum + (letter > '\u1100' ? 2 : 1), 0);
}
