import { type Patch, patchOf } from '@/lib/core/merge';
import { editOf, type NextStepValues, nextStepValues, withoutEmptyStep } from '@/lib/pair/rules/edits';
import type { PairItem } from '@/lib/pair/schema';
import type { ColumnId } from '../table-columns';
import { type CellReading, type CellReason, type MeantCell, type Readers, readCell } from './read-cell';

/** What is meant for the cells of one pair. */
export type MeantRow = { pairId: string; cells: readonly MeantCell[] };

type RefusedCell = { column: ColumnId; text: string; reason: CellReason };
/** What becomes of one pair. */
export type PlannedRow = {
  pair: PairItem;
  patch: Patch<NextStepValues>;
  refused: readonly RefusedCell[];
};
export type BlockPlan = {
  /** The pairs with something to change or to refuse, in the order of the table. */
  rows: readonly PlannedRow[];
  changes: number;
  refusals: number;
  /** Days of which it must be said how they are meant. */
  asksDayOrder: boolean;
};

/**
 * What a block changes, cell by cell, and what it cannot. A row that names another pair than the one it would land on is
 * refused whole: the rows were sorted otherwise meanwhile.
 */
export function planBlock(
  block: readonly MeantRow[],
  pairs: ReadonlyMap<string, PairItem>,
  readers: Readers,
): BlockPlan {
  const rows = block.flatMap(({ pairId, cells }) => {
    const pair = pairs.get(pairId);
    return pair ? [planRow(pair, cells, readers)] : [];
  });
  const refusals = rows.flatMap(({ refused }) => refused);
  return {
    rows: rows.filter(({ patch, refused }) => countOf(patch) > 0 || refused.length > 0),
    changes: rows.reduce((sum, { patch }) => sum + countOf(patch), 0),
    refusals: refusals.length,
    asksDayOrder: refusals.some(({ reason }) => reason === 'date_unclear'),
  };
}

function countOf({ changes }: Patch<NextStepValues>): number {
  return Object.keys(changes).length;
}

function planRow(pair: PairItem, cells: readonly MeantCell[], readers: Readers): PlannedRow {
  const over = { values: nextStepValues(pair), version: pair.version };
  const read = cells.map((cell) => ({ cell, reading: readCell(cell, pair, readers) }));
  const refused = read.flatMap(({ cell, reading }) =>
    reading.kind === 'refused' ? [{ column: cell.column, text: cell.text, reason: reading.reason }] : [],
  );
  if (refused.some(({ reason }) => reason === 'other_pair'))
    return { pair, patch: patchOf(over.values, over), refused: [...refused, ...restOf(read)] };
  const wanted = { ...over.values };
  for (const { reading } of read) if (reading.kind === 'value') wanted[reading.field] = reading.value;
  const values = withoutEmptyStep(wanted);
  const stepless = read.flatMap(({ cell, reading }) =>
    reading.kind === 'value' && reading.value !== '' && values[reading.field] === ''
      ? [{ column: cell.column, text: cell.text, reason: 'needs_step' as const }]
      : [],
  );
  return { pair, patch: patchOf(values, over), refused: [...refused, ...stepless] };
}

/** What else was meant for a row that is another pair's. */
function restOf(read: readonly { cell: MeantCell; reading: CellReading }[]): RefusedCell[] {
  return read.flatMap(({ cell, reading }) =>
    reading.kind === 'value' ? [{ column: cell.column, text: cell.text, reason: 'other_pair' as const }] : [],
  );
}

/** The input of the command that writes a plan. */
export function editsOf({ rows }: BlockPlan) {
  return rows.flatMap(({ pair, patch }) => (countOf(patch) > 0 ? [editOf(pair.id, patch)] : []));
}
