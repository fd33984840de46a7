/**
 * One cell of a file, as what it is. `number`: plain decimal digits. `at`: a day `YYYY-MM-DD`, or a wall clock
 * `YYYY-MM-DDThh:mm` without a zone, as a spreadsheet keeps it. `bad`: what no value can be read from.
 */
export type FileCell = null | string | { number: string } | { at: string } | { bad: BadCell };
type BadCell = 'formula' | 'merged' | 'error' | 'unreadable';

/** A cell as its row shows it and as the file of rejected rows gives it again. */
export function cellText(cell: FileCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if ('number' in cell) return cell.number;
  return 'at' in cell ? cell.at.replace('T', ' ') : '';
}

/** A row of a file; `number` as a spreadsheet counts it, the first being 1. */
export type FileRow = { number: number; cells: FileCell[] };

/** What a thread made of a file: its sheet, and what has to be told of it. */
export type ReadFile = {
  format: 'xlsx' | 'csv';
  /** Of a text file. */
  encoding?: string;
  delimiter?: ',' | ';' | '\t';
  /** The sheet that was read, and the others that are not hidden. */
  sheet?: string;
  otherSheets: string[];
  hiddenSheets: number;
  /** Rows of the sheet that are hidden, and were read. */
  hiddenRows: number;
  rows: FileRow[];
};

/** Why a file is not read; each has its sentence under import.refusal. */
export const FILE_PROBLEMS = [
  'file_empty',
  'file_unknown',
  'file_protected',
  'file_old_format',
  'file_macros',
  'file_broken',
  'file_too_complex',
  'file_too_many_rows',
  'file_too_many_columns',
  'file_binary',
  'file_encoding',
] as const;
export type UnreadableReason = (typeof FILE_PROBLEMS)[number];

/** Thrown by the thread that reads; `code` travels back. */
export class UnreadableFile extends Error {
  readonly code: UnreadableReason;
  constructor(code: UnreadableReason) {
    super(code);
    this.code = code;
  }
}

export const MOST_ROWS = 100_000;
export const MOST_COLUMNS = 100;
/** In bytes. */
export const MOST_FILE_BYTES = 50 * 1024 * 1024;
