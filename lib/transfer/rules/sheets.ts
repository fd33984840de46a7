import { dayInZone, timeInZone } from '@/lib/core/zones';
import type { BookCell } from '../schema';
import { escaped, markup, SHEET_START, styleOf, workbookParts } from './markup';
import type { StreamedTable, TextPart, Workbook } from './table';
import { firstOf, widthsOf } from './widths';

/** Excel keeps so many digits of a number; more are written as text, exactly. */
const EXACT_DIGITS = 15;
const MOST_NAME = 31;
const MS_A_DAY = 86_400_000;
/** Of this many rows the columns take their widths. */
const MEASURED = 200;
const CHUNK = 64 * 1024;

/**
 * The parts of an .xlsx file (ISO/IEC 29500): a sheet for each table, each with the label in its first rows. Numbers are
 * numbers, dates dates, text never a formula. Rows are read as their sheet is written.
 */
export function sheetParts(book: Workbook): TextPart[] {
  const titles = book.tables.map(({ title }, index) => sheetName(title, index));
  return [
    ...workbookParts(titles),
    ...book.tables.map((table, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      chunks: () => inChunks(sheetXml(book, table)),
    })),
  ];
}

/** At most 31 letters, none of those that a sheet's name may not have; the number keeps two of them apart. */
function sheetName(title: string, index: number): string {
  return `${index + 1} ${title.replace(/[\\/*?:[\]]/g, ' ')}`.slice(0, MOST_NAME).trim();
}

async function* sheetXml({ label, timeZone }: Workbook, table: StreamedTable): AsyncGenerator<string> {
  const head = label.length + 2;
  const { first, rest } = await firstOf(table.rows, MEASURED);
  const widths = widthsOf(table.columns, first);
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${SHEET_START}<sheetViews><sheetView workbookViewId="0"><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>`;
  for (const [at, { term, value }] of label.entries())
    yield rowXml(at + 1, [bold(term), text(value, 'plain')]);
  yield rowXml(head, table.columns.map(bold));
  let row = head;
  for await (const cells of rest) {
    row += 1;
    yield rowXml(
      row,
      cells.map((cell) => cellXml(cell, timeZone)),
    );
  }
  const last = columnName(Math.max(0, table.columns.length - 1));
  yield `</sheetData><autoFilter ref="A${head}:${last}${row}"/></worksheet>`;
}

/** What a cell holds, behind its place: attributes and content. */
type CellXml = { style: number; type?: string; inner: string } | null;

function rowXml(row: number, cells: readonly CellXml[]): string {
  const written = cells.map((cell, at) => {
    if (!cell) return '';
    const type = cell.type ? ` t="${cell.type}"` : '';
    return `<c r="${columnName(at)}${row}" s="${cell.style}"${type}>${cell.inner}</c>`;
  });
  return `<row r="${row}">${written.join('')}</row>`;
}

const bold = (value: string) => text(value, 'head');

function text(value: string, style: 'head' | 'plain'): CellXml {
  const inner = `<is><t xml:space="preserve">${markup(escaped(value))}</t></is>`;
  return { style: styleOf(style), type: 'inlineStr', inner };
}

function cellXml(cell: BookCell, zone: string): CellXml {
  if (cell === null) return null;
  if ('text' in cell) return text(cell.text, 'plain');
  if ('number' in cell) return numberXml(cell);
  if ('day' in cell) return { style: styleOf('day'), inner: `<v>${serial(`${cell.day}T00:00`)}</v>` };
  const instant = new Date(cell.at);
  // A sheet knows no zones: the clocks of the book's zone, which its label names.
  const wall = `${dayInZone(instant, zone)}T${timeInZone(instant, zone)}`;
  return { style: styleOf('at'), inner: `<v>${serial(wall)}</v>` };
}

/** Days since 30 December 1899, as sheets count them. */
function serial(wall: string): number {
  return (Date.parse(`${wall}:00Z`) - Date.UTC(1899, 11, 30)) / MS_A_DAY;
}

function numberXml({ number, places }: { number: string; places: number }): CellXml {
  const digits = number.replace(/^-?0*\.?0*|\./g, '');
  if (digits.length > EXACT_DIGITS) return text(number, 'plain');
  return { style: styleOf(places), inner: `<v>${Number(number)}</v>` };
}

/** `A` for 0, `AA` for 26. */
function columnName(at: number): string {
  const above = Math.floor(at / 26);
  return (above > 0 ? columnName(above - 1) : '') + String.fromCharCode(65 + (at % 26));
}

async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const piece of pieces) {
    held += piece;
    if (held.length < CHUNK) continue;
    yield held;
    held = '';
  }
  if (held) yield held;
}
