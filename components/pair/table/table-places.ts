/** A cell of the table: a row of the model and a column, both by their place; row -1 is the head. */
export type CellPlace = { row: number; column: number };

const PAGE = 12;

/** Where a key leads among `rows` x `columns`; null when the key is not the table's. */
export function nextCell(
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { row, column }: CellPlace,
  { rows, columns }: { rows: number; columns: number },
): CellPlace | null {
  const to = (nextRow: number, nextColumn: number): CellPlace => ({
    row: Math.min(Math.max(nextRow, -1), rows - 1),
    column: Math.min(Math.max(nextColumn, 0), columns - 1),
  });
  switch (key) {
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'PageUp':
      return to(Math.max(row - PAGE, 0), column);
    case 'PageDown':
      return to(row + PAGE, column);
    case 'Home':
      return ctrlKey ? to(0, 0) : to(row, 0);
    case 'End':
      return ctrlKey ? to(rows - 1, columns - 1) : to(row, columns - 1);
    default:
      return null;
  }
}

/** The next cell that can be edited, row by row, forwards or back; null past the last one. */
export function nextEditable(
  from: CellPlace,
  step: 1 | -1,
  { rows, columns }: { rows: number; columns: number },
  isEditable: (place: CellPlace) => boolean,
): CellPlace | null {
  let index = from.row * columns + from.column + step;
  while (index >= 0 && index < rows * columns) {
    const place = { row: Math.floor(index / columns), column: index % columns };
    if (isEditable(place)) return place;
    index += step;
  }
  return null;
}
