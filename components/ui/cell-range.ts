import { GRID_KEYS, nextPlace, type Place } from './grid-places';

/** A rectangle of cells: the corner where it was begun, and the one that moves. */
export type CellRange = { anchor: Place; focus: Place };
/** Its first and last rows and columns, inclusive. */
export type RangeSides = { top: number; bottom: number; left: number; right: number };
/** The cells of a grid that can be selected: rows from 0, columns from `firstColumn` to `lastColumn`. */
export type CellField = { rows: number; firstColumn: number; lastColumn: number };

export function rangeSides({ anchor, focus }: CellRange): RangeSides {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

/** The nearest place that can be selected; null where nothing can. */
export function placeWithin(
  { row, column }: Place,
  { rows, firstColumn, lastColumn }: CellField,
): Place | null {
  if (rows === 0 || lastColumn < firstColumn) return null;
  return {
    row: Math.min(Math.max(row, 0), rows - 1),
    column: Math.min(Math.max(column, firstColumn), lastColumn),
  };
}

/** The range with its moving corner led on by a key of the grid, with Ctrl to the edge; null where the key is not the grid's. */
export function ledOn(range: CellRange, key: string, toEdge: boolean, field: CellField): CellRange | null {
  const known = GRID_KEYS.find((each) => each === key);
  if (!known) return null;
  const { row, column } = range.focus;
  const edges: Partial<Record<typeof known, Place>> = {
    ArrowLeft: { row, column: field.firstColumn },
    ArrowRight: { row, column: field.lastColumn },
    ArrowUp: { row: 0, column },
    ArrowDown: { row: field.rows - 1, column },
  };
  const size = { rows: field.rows, columns: field.lastColumn + 1, page: 12, firstColumn: 0 } as const;
  const to = (toEdge && edges[known]) || nextPlace({ key, ctrlKey: toEdge }, range.focus, size);
  const focus = to && placeWithin(to, field);
  return focus && { ...range, focus };
}

/** The rows of a range from side to side. */
export function wholeRows(range: CellRange, field: CellField): CellRange {
  return {
    anchor: { row: range.anchor.row, column: field.firstColumn },
    focus: { row: range.focus.row, column: field.lastColumn },
  };
}

/** The columns of a range from top to bottom. */
export function wholeColumns(range: CellRange, field: CellField): CellRange {
  return {
    anchor: { row: 0, column: range.anchor.column },
    focus: { row: field.rows - 1, column: range.focus.column },
  };
}

/** What of a range lies in one row: its first and last column, 0 for none, and whether the range ends above or below. */
export type RowMark = { from: number; to: number; edge: '' | 'top' | 'bottom' | 'top bottom' };
const UNMARKED: RowMark = { from: 0, to: 0, edge: '' };

export function rowMark(sides: RangeSides | null, row: number): RowMark {
  if (!sides || row < sides.top || row > sides.bottom) return UNMARKED;
  const isTop = row === sides.top;
  const isBottom = row === sides.bottom;
  const edge = isTop && isBottom ? 'top bottom' : isTop ? 'top' : isBottom ? 'bottom' : '';
  return { from: sides.left, to: sides.right, edge };
}

/** The sides of a range that a cell lies at, as tokens for a style sheet; null outside of it. */
export function cellMark({ from, to, edge }: RowMark, column: number): string | null {
  if (column < from || column > to || to === 0) return null;
  return [edge, column === from && 'start', column === to && 'end'].filter(Boolean).join(' ');
}
