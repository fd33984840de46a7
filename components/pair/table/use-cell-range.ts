'use client';

import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { isShortcut } from '@/components/shell/shortcuts';
import {
  type CellField,
  type CellRange,
  ledOn,
  placeWithin,
  rangeSides,
  wholeColumns,
  wholeRows,
} from '@/components/ui/cell-range';
import { cellPlaceOf, focusableAt } from './table-places';
import type { CellPlace } from './use-pair-edits';

type Props = {
  field: CellField;
  /** The cell with the focus, where a range begins. */
  stop: CellPlace;
  scroll: RefObject<HTMLElement | null>;
  scrollTo: (row: number) => void;
};

/** What takes a press for itself. */
const OWN_PRESS = 'a, button, input, select, label, [data-open]';

/** Selects a rectangle of cells by Shift and the keys that move, by Shift and a press, and by dragging. */
export function useCellRange({ field, stop, scroll, scrollTo }: Props) {
  const [chosen, setRange] = useState<CellRange | null>(null);
  // Rows or columns may have gone meanwhile.
  const range = chosen && within(chosen, field);
  const begun = (): CellRange | null => {
    const place = placeWithin(stop, field);
    return range ?? (place && { anchor: place, focus: place });
  };
  // A corner that is led on by keys comes into sight; whole rows and columns and the mouse leave the table where it is.
  const isLed = useRef(false);
  useLayoutEffect(() => {
    if (!chosen || !isLed.current) return;
    isLed.current = false;
    focusableAt(scroll.current, chosen.focus)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen, scroll]);

  const whole = (event: KeyboardEvent, now: CellRange): CellRange | null => {
    if (isShortcut(event, 'cells.all')) return wholeRows(wholeColumns(now, field), field);
    // On a box the space bar chooses the row.
    if (cellPlaceOf(event.target)?.column === 0) return null;
    if (isShortcut(event, 'cells.row')) return wholeRows(now, field);
    return isShortcut(event, 'cells.column') ? wholeColumns(now, field) : null;
  };
  const led = (event: KeyboardEvent, now: CellRange): CellRange | null => {
    if (!event.shiftKey || event.altKey) return null;
    return ledOn(now, event.key, event.ctrlKey || event.metaKey, field);
  };
  /** True where the key was one of a range's. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (range && isShortcut(event, 'cells.drop')) {
      setRange(null);
      return true;
    }
    const now = begun();
    if (!now) return false;
    const further = led(event, now);
    const next = further ?? whole(event, now);
    if (!next) return false;
    isLed.current = further !== null;
    if (further) scrollTo(further.focus.row);
    setRange(next);
    return true;
  };

  const onMouseDown = (event: MouseEvent) => {
    const place = cellPlaceOf(event.target);
    const isOwn = event.target instanceof Element && event.target.closest(OWN_PRESS);
    if (event.button !== 0 || !place || place.row < 0 || place.column < field.firstColumn || isOwn) return;
    const now = begun();
    if (event.shiftKey && now) {
      // Neither the focus goes along nor a text is selected.
      event.preventDefault();
      if (!scroll.current?.contains(document.activeElement)) focusableAt(scroll.current, now.anchor)?.focus();
      setRange({ ...now, focus: place });
      return;
    }
    setRange(null);
    drag(place, (focus) => setRange({ anchor: place, focus }), scroll.current);
  };
  return {
    range,
    sides: range && rangeSides(range),
    drop: () => setRange(null),
    onKeyDown,
    onMouseDown,
  };
}

/** The range as far as it lies in the field. */
function within({ anchor, focus }: CellRange, field: CellField): CellRange | null {
  const [from, to] = [placeWithin(anchor, field), placeWithin(focus, field)];
  return from && to && { anchor: from, focus: to };
}

/** How near to the edge of the table the pointer makes it scroll, and by how much at a time, in pixels. */
const EDGE = 28;
const STEP = 14;

/** Follows the mouse from a cell until it is let go, and scrolls where it leaves the table. */
function drag(from: CellPlace, onOver: (place: CellPlace) => void, scroll: HTMLElement | null): void {
  const listening = new AbortController();
  const { signal } = listening;
  let pointer = { x: 0, y: 0 };
  let last: CellPlace = from;
  let frame = 0;
  const over = (target: EventTarget | null) => {
    const place = cellPlaceOf(target);
    if (!place || place.row < 0 || place.column < 1) return;
    if (place.row === last.row && place.column === last.column) return;
    last = place;
    document.getSelection()?.removeAllRanges();
    scroll?.setAttribute('data-selecting', '');
    onOver(place);
  };
  const scrollOn = () => {
    if (scroll && last !== from) {
      const { left, right, top, bottom } = scroll.getBoundingClientRect();
      scroll.scrollTop += pointer.y > bottom - EDGE ? STEP : pointer.y < top + EDGE ? -STEP : 0;
      scroll.scrollLeft += pointer.x > right - EDGE ? STEP : pointer.x < left ? -STEP : 0;
      over(document.elementFromPoint(pointer.x, Math.min(pointer.y, bottom - EDGE)));
    }
    frame = requestAnimationFrame(scrollOn);
  };
  document.addEventListener(
    'mousemove',
    (event) => {
      pointer = { x: event.clientX, y: event.clientY };
      if (event.buttons === 0) end();
      else over(event.target);
    },
    { signal },
  );
  const end = () => {
    cancelAnimationFrame(frame);
    scroll?.removeAttribute('data-selecting');
    listening.abort();
  };
  document.addEventListener('mouseup', end, { signal });
  frame = requestAnimationFrame(scrollOn);
}
