import { EncryptedFileError, HucreError } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { type FileCell, type FileRow, MOST_COLUMNS, MOST_ROWS, type ReadFile, UnreadableFile } from './cells';

type Workbook = Awaited<ReturnType<typeof readXlsx>>;
type Sheet = Workbook['sheets'][number];

/** Reads one sheet of a workbook: the one asked for, else the first that is not hidden. Throws UnreadableFile. */
export async function readWorkbook(bytes: Uint8Array, asked?: string): Promise<ReadFile> {
  const { sheets } = await read(bytes);
  const shown = sheets.filter((sheet) => !sheet.hidden && !sheet.veryHidden);
  const sheet =
    shown.find(({ name }) => name === asked) ?? shown.find(({ rows }) => rows.length > 0) ?? shown[0];
  if (!sheet) throw new UnreadableFile('file_empty');
  return {
    format: 'xlsx',
    sheet: sheet.name,
    otherSheets: shown.filter((each) => each !== sheet).map(({ name }) => name),
    hiddenSheets: sheets.length - shown.length,
    hiddenRows: hiddenRowsOf(sheet),
    rows: rowsOf(sheet),
  };
}

async function read(bytes: Uint8Array): Promise<Workbook> {
  try {
    return await readXlsx(bytes, { maxRows: MOST_ROWS + 2 });
  } catch (error) {
    if (error instanceof EncryptedFileError) throw new UnreadableFile('file_protected');
    if (error instanceof HucreError) throw new UnreadableFile('file_broken');
    throw error;
  }
}

/** Rows that a filter or a person hid and that hold anything: they are read like all others. */
function hiddenRowsOf({ rows, rowDefs }: Sheet): number {
  const hidden = [...(rowDefs ?? [])].filter(([, { hidden }]) => hidden);
  return hidden.filter(([at]) => rows[at]?.some((value) => value !== null)).length;
}

function rowsOf(sheet: Sheet): FileRow[] {
  const bad = badCells(sheet);
  const rows: FileRow[] = [];
  for (const [index, values] of sheet.rows.entries()) {
    const cells = values.map((value, column): FileCell => {
      const reason = bad.get(`${index},${column}`);
      return reason ? { bad: reason } : cellOf(value);
    });
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    if (cells.length > MOST_COLUMNS) throw new UnreadableFile('file_too_many_columns');
    rows.push({ number: index + 1, cells });
  }
  while (rows.length > 0 && rows.at(-1)?.cells.length === 0) rows.pop();
  if (rows.length > MOST_ROWS) throw new UnreadableFile('file_too_many_rows');
  return rows;
}

/** As LibreOffice writes a cell in which somebody typed TRUE. */
const TYPED_FORMULA = /^(?:TRUE|FALSE)\(\)$/;

/** What stands in a formula nobody typed, and a merged cell leaves it open to which rows its value belongs. */
function badCells({ rows, cells, merges = [] }: Sheet): Map<string, 'formula' | 'merged' | 'error'> {
  const bad = new Map<string, 'formula' | 'merged' | 'error'>();
  for (const [place, cell] of cells ?? []) {
    if (cell.formula !== undefined && !TYPED_FORMULA.test(cell.formula)) bad.set(place, 'formula');
    else if (cell.type === 'error') bad.set(place, 'error');
  }
  for (const { startRow, endRow, startCol, endCol } of merges) {
    // Cells merged across are one value in its first column; merged down they stand for several rows.
    if (endRow === startRow) continue;
    // A column that is merged to its end has a million rows, and a file a few.
    for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row++)
      for (let column = startCol; column <= Math.min(endCol, MOST_COLUMNS); column++)
        bad.set(`${row},${column}`, 'merged');
  }
  return bad;
}

type Value = Sheet['rows'][number][number];

function cellOf(value: Value): FileCell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return dateOf(value);
  if (typeof value === 'number') return numberOf(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const text = String(value);
  if (text.includes('\0') || !text.isWellFormed()) return { bad: 'unreadable' };
  return text.trim() === '' ? null : text;
}

/** A sheet keeps wall clocks; seconds are noise of their fractions of a day. */
function dateOf(date: Date): FileCell {
  if (Number.isNaN(date.getTime())) return { bad: 'error' };
  const [day = '', time = ''] = new Date(Math.round(date.getTime() / 60_000) * 60_000)
    .toISOString()
    .split('T');
  return { at: time.startsWith('00:00') ? day : `${day}T${time.slice(0, 5)}` };
}

function numberOf(value: number): FileCell {
  if (!Number.isFinite(value)) return { bad: 'error' };
  const text = String(value);
  // Beyond what a spreadsheet keeps exactly its last digits are not what somebody typed.
  return /e/i.test(text) ? { bad: 'unreadable' } : { number: text };
}
