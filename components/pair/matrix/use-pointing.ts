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
import { drawCross, linkAt, type Pointed, placeOf, setTabStop } from './pointing';

const FIRST_LOOK = 140;
const LAST_LOOK = 160;

type Size = { rows: number; columns: number };

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
