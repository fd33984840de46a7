import { type CellBlock, tiled } from '@/components/ui/cell-block';
import { nextStepValues } from '@/lib/pair/rules/edits';
import type { PairItem } from '@/lib/pair/schema';
import type { CellTexts } from '../cell-text';
import type { ColumnId } from '../table-columns';
import type { MeantRow } from './plan-block';
import { fieldOf } from './read-cell';

/** What somebody pasted, not read yet, and where: see `pasteBlock`. */
export type PastedBlock = {
  pasted: { text: string; html: string };
  pairs: readonly PairItem[];
  columns: readonly ColumnId[];
  range: { rows: number; columns: number };
};
/** What is meant for cells; `outside` counts those that lie beyond the last row or column. */
export type MeantBlock = { rows: MeantRow[]; outside: number };

/**
 * A pasted block over a table: `pairs` and `columns` are those from the first cell of the range to the end of the table,
 * `range` says how many of them are selected.
 */
export function pasteBlock(
  block: CellBlock,
  pairs: readonly PairItem[],
  columns: readonly ColumnId[],
  range: { rows: number; columns: number },
): MeantBlock {
  const cells = tiled(block, range);
  const rows = cells.slice(0, pairs.length).map((line, at) => ({
    pairId: pairs[at]?.id ?? '',
    cells: columns.slice(0, line.length).map((column, place) => ({ column, text: line[place] ?? '' })),
  }));
  const inside = rows.reduce((sum, row) => sum + row.cells.length, 0);
  return { rows, outside: cells.length * (cells[0]?.length ?? 0) - inside };
}

/** The cells of the first pair over those of the others. */
export function fillDown(
  [source, ...others]: readonly PairItem[],
  columns: readonly ColumnId[],
  texts: CellTexts,
): MeantBlock {
  if (!source) return { rows: [], outside: 0 };
  const values = nextStepValues(source);
  const cells = columns.map((column) => {
    const field = fieldOf(column);
    return { column, text: texts(column, source), ...(field ? { value: values[field] } : {}) };
  });
  return { rows: others.map(({ id }) => ({ pairId: id, cells })), outside: 0 };
}

export function clearCells(pairs: readonly PairItem[], columns: readonly ColumnId[]): MeantBlock {
  const cells = columns.map((column) => ({ column, text: '' }));
  return { rows: pairs.map(({ id }) => ({ pairId: id, cells })), outside: 0 };
}
