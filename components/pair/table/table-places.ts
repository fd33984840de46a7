import { nextPlace, type Place } from '@/components/ui/grid-places';

/** A cell of the table: a row of the model and a column, both by their place; row -1 is the head. */
export type CellPlace = Place;

/** Where a key leads among `rows` x `columns`; null when the key is not the table's. */
export function nextCell(
  key: { key: string; ctrlKey: boolean },
  place: CellPlace,
  size: { rows: number; columns: number },
): CellPlace | null {
  return nextPlace(key, place, { ...size, page: 12, firstColumn: 0 });
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
