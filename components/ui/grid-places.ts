/** A square of the grid; row -1 is the heading of a column, column -1 that of a row. */
export type Place = { row: number; column: number };

/** The keys that move in a grid; `nextPlace` says where to. */
export const GRID_KEYS = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'PageUp',
  'PageDown',
  'Home',
  'End',
] as const;

export type GridSize = {
  rows: number;
  columns: number;
  /** Rows that Page Up and Page Down pass; five unless said. */
  page?: number;
  /** 0 where rows have no heading that can be reached. */
  firstColumn?: -1 | 0;
};

/** Where a key leads in a grid of `rows` x `columns` with headings; null when the key is not the grid's. */
export function nextPlace(
  { key: pressed, ctrlKey }: { key: string; ctrlKey: boolean },
  { row, column }: Place,
  { rows, columns, page = 5, firstColumn = -1 }: GridSize,
): Place | null {
  const to = (nextRow: number, nextColumn: number): Place => {
    const place = { row: clamp(nextRow, -1, rows - 1), column: clamp(nextColumn, firstColumn, columns - 1) };
    // The corner above the names of the rows holds nothing.
    return place.row === -1 && place.column === -1 ? { row, column } : place;
  };
  switch (GRID_KEYS.find((key) => key === pressed)) {
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'PageUp':
      return to(Math.max(row - page, 0), column);
    case 'PageDown':
      return to(row + page, column);
    case 'Home':
      return ctrlKey ? to(0, 0) : to(row, 0);
    case 'End':
      return ctrlKey ? to(rows - 1, columns - 1) : to(row, columns - 1);
    default:
      return null;
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
