/** Cells by row and column; all rows are equally long. */
export type CellBlock = readonly (readonly string[])[];

/**
 * A block as it comes to lie in a range of so many rows and columns, as spreadsheets have it: it repeats where the range is
 * a whole number of it, so that one cell fills the range; else it lies there once, beyond the range too.
 */
export function tiled(block: CellBlock, range: { rows: number; columns: number }): string[][] {
  const high = block.length;
  const wide = block[0]?.length ?? 0;
  if (high === 0 || wide === 0) return [];
  const rows = range.rows % high === 0 ? Math.max(range.rows, high) : high;
  const columns = range.columns % wide === 0 ? Math.max(range.columns, wide) : wide;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => block[row % high]?.[column % wide] ?? ''),
  );
}
