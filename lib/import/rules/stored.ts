import type { FileCell } from './cells';
import type { FileColumn } from './headings';
import type { Judged } from './judged';

/** How a file was read, as its import keeps it. */
export type SheetReading = {
  format: 'xlsx' | 'csv';
  encoding: string | null;
  sheet: string | null;
  otherSheets: string[];
  hiddenSheets: number;
  /** Not kept of files that were read before they were counted. */
  hiddenRows?: number;
  headRow: number | null;
  columns: FileColumn[];
  /** The columns were taken as an earlier file with the same headings was. */
  isRemembered?: boolean;
};

/** A row of the file as its import keeps it: `cells` by column. */
export type StoredRow = { number: number; cells: FileCell[]; decision: string | null };

/** What is kept of a judgement; what is to be written is found anew when it is needed. */
export type Kept = Pick<Judged, 'problems' | 'changes'> & { name: string | null };

/** The cells of a row by the field that its column holds. */
export function cellsByField(
  cells: readonly FileCell[],
  columns: readonly FileColumn[],
): Record<string, FileCell> {
  const byField: Record<string, FileCell> = {};
  for (const [index, { field }] of columns.entries())
    if (field !== null) byField[field] = cells[index] ?? null;
  return byField;
}
