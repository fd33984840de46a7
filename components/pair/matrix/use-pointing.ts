'use client';

import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useRef,
  useState,
} from 'react';
import { useTimer } from '@/components/form/use-timer';
import { nextPlace, type Place } from '@/components/ui/grid-places';

const FIRST_LOOK = 140;
const LAST_LOOK = 160;

type Size = { rows: number; columns: number };
type Pointed = Place & { by: 'pointer' | 'focus' };

/**
 * Which square is pointed at, by pointer or focus, with the keys of a grid. The card waits a moment for the first look
 * and then follows; Escape puts it away until the pointer or focus moves on.
 */
export function usePointing(
  frame: RefObject<HTMLElement | null>,
  table: RefObject<HTMLTableElement | null>,
  { rows, columns }: Size,
) {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [dismissed, setDismissed] = useState(false);
  const { start, stop } = useTimer();
  const focused = useRef<Place | null>(null);
  const drawn = useRef('');

  const cross = (place: Place | null) => {
    const name = place ? `${place.row} ${place.column}` : '';
    if (name === drawn.current || !frame.current || !table.current) return;
    drawn.current = name;
    drawCross(frame.current, table.current, place);
  };
  const show = (next: Pointed | null) => {
    stop();
    setDismissed(false);
    setPointed(next);
  };
  /** Back to what has the focus, or to nothing. */
  const leave = () => {
    start(() => {
      cross(focused.current);
      setPointed(focused.current && { ...focused.current, by: 'focus' });
    }, LAST_LOOK);
  };

  const handlers = {
    onPointerOver: (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      const place = placeOf(event.target);
      if (!place) return;
      stop();
      cross(place);
      const isSquare = place.row >= 0 && place.column >= 0;
      const next = isSquare ? { ...place, by: 'pointer' as const } : null;
      if (pointed) show(next);
      else start(() => show(next), FIRST_LOOK);
    },
    onPointerLeave: leave,
    onFocus: (event: FocusEvent) => {
      const place = placeOf(event.target);
      if (!place || !table.current || !(event.target instanceof HTMLElement)) return;
      setTabStop(table.current, event.target);
      focused.current = place;
      cross(place);
      // A click focuses too; the card is for those who came by key or already see it.
      if (!event.target.matches(':focus-visible')) return;
      show(place.row >= 0 && place.column >= 0 ? { ...place, by: 'focus' } : null);
    },
    onBlur: () => {
      focused.current = null;
      leave();
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') return setDismissed(true);
      const here = placeOf(event.target);
      if (!here || !table.current || event.altKey || event.metaKey || event.shiftKey) return;
      const next = nextPlace(event, here, { rows, columns });
      if (!next) return;
      event.preventDefault();
      const link = linkAt(table.current, next);
      link?.focus({ preventScroll: true });
      link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
  };
  return {
    pointed: dismissed ? null : pointed,
    handlers,
    /** The card under the pointer stays; leaving it is leaving the square. */
    card: { onPointerEnter: stop, onPointerLeave: leave },
    show,
    dismiss: () => setDismissed(true),
    redraw: () => {
      drawn.current = '';
      cross(focused.current);
    },
  };
}

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
  const line = table.querySelector<HTMLTableRowElement>(row < 0 ? 'thead tr' : `[data-line="${row}"]`);
  return line?.cells[column + 1]?.querySelector('a') ?? null;
}

/** Makes one link the grid's stop in the tab order. */
function setTabStop(table: HTMLTableElement, link: HTMLElement): void {
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
function drawCross(frame: HTMLElement, table: HTMLTableElement, place: Place | null): void {
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
