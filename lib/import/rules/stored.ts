import type { Cell } from './cells';
import type { Column } from './headings';
import type { Judged } from './judged';

/** How a file was read, as its import keeps it. */
export type Reading = {
  format: 'xlsx' | 'csv';
  encoding: string | null;
  sheet: string | null;
  otherSheets: string[];
  hiddenSheets: number;
  headRow: number | null;
  columns: Column[];
};

/** A row of the file as its import keeps it: `cells` by column. */
export type StoredRow = { number: number; cells: Cell[]; decision: string | null };

/** What is kept of a judgement; what is to be written is found anew when it is needed. */
export type Kept = Pick<Judged, 'problems' | 'changes'> & { name: string | null };

/** The cells of a row by the field that its column holds. */
export function cellsByField(cells: readonly Cell[], columns: readonly Column[]): Record<string, Cell> {
  const byField: Record<string, Cell> = {};
  for (const [index, { field }] of columns.entries())
    if (field !== null) byField[field] = cells[index] ?? null;
  return byField;
}
