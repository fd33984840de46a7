import type { Place } from '@/components/ui/grid-places';

export type Pointed = Place & { by: 'pointer' | 'focus' };

/** Which square or heading an event is in; null for totals and the gaps between. */
export function placeOf(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null;
  const line = cell?.closest<HTMLTableRowElement>('tr');
  if (!cell || !line || !cell.querySelector('a')) return null;
  const row = line.dataset.line === undefined ? -1 : Number(line.dataset.line);
  if (row === -1 && !line.closest('thead')) return null;
  return { row, column: cell.cellIndex - 1 };
}

/** The link of a square or heading. */
export function linkAt(table: HTMLTableElement, { row, column }: Place): HTMLElement | null {
  const line =
    row < 0 ? table.tHead?.rows[0] : table.querySelector<HTMLTableRowElement>(`[data-line="${row}"]`);
  return line?.cells[column + 1]?.querySelector('a') ?? null;
}

/** Makes one link the grid's stop in the tab order. */
export function setTabStop(table: HTMLTableElement, link: HTMLElement): void {
  for (const other of table.querySelectorAll<HTMLElement>('a[tabindex="0"]')) other.tabIndex = -1;
  link.tabIndex = 0;
}

/** The grid keeps exactly one stop, also after rows and columns have come and gone. */
export function keepTabStop(table: HTMLTableElement): void {
  const stops = [...table.querySelectorAll<HTMLElement>('a[tabindex="0"]')];
  const stop =
    stops.find((link) => link === document.activeElement) ?? stops[0] ?? linkAt(table, { row: 0, column: 0 });
  if (stop) setTabStop(table, stop);
}

/** Lays the two bands over row and column of a link and lights their headings; null takes all of it away. */
export function drawCross(frame: HTMLElement, table: HTMLTableElement, place: Place | null): void {
  for (const lit of frame.querySelectorAll('[data-lit]')) lit.removeAttribute('data-lit');
  const [across, down] = frame.querySelectorAll<HTMLElement>('.mx-cross');
  if (!across || !down) return;
  const link = place && linkAt(table, place);
  across.hidden = !link || place.row < 0;
  down.hidden = !link || place.column < 0;
  if (!link) return;
  const box = frame.getBoundingClientRect();
  const cell = (link.closest('td, th') ?? link).getBoundingClientRect();
  const end = table.getBoundingClientRect();
  Object.assign(across.style, { top: px(cell.top - box.top), height: px(cell.height), width: px(end.width) });
  Object.assign(down.style, {
    left: px(cell.left - box.left),
    width: px(cell.width),
    top: px(end.top - box.top),
    height: px(end.height),
  });
  link.setAttribute('data-lit', '');
  linkAt(table, { row: place.row, column: -1 })?.setAttribute('data-lit', '');
  linkAt(table, { row: -1, column: place.column })?.setAttribute('data-lit', '');
}

function px(value: number): string {
  return `${value}px`;
}
