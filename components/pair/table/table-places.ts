import type { CellPlace } from './use-pair-edits';

/** What of a cell can have the focus: its box, its button or its text; of a group's row always the button. */
export function focusableAt(scroll: HTMLElement | null, { row, column }: CellPlace): HTMLElement | null {
  const line = row < 0 ? 'thead tr' : `[data-row="${row}"]`;
  const cell = scroll?.querySelector<HTMLElement>(`${line} [data-column="${column}"]`);
  if (cell)
    return cell.querySelector<HTMLElement>(':scope > input, :scope > button, :scope > .tb-label') ?? cell;
  return scroll?.querySelector<HTMLElement>(`${line} [data-column="0"] button`) ?? null;
}

/** The place of the cell that something stands in; row -1 is the head. Null outside of the table. */
export function cellPlaceOf(target: EventTarget | null): CellPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  const line = cell?.closest<HTMLElement>('tr');
  if (!cell || !line) return null;
  const { row } = line.dataset;
  return { row: row === undefined ? -1 : Number(row), column: Number(cell.dataset.column) };
}
