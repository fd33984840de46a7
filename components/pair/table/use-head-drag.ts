'use client';

import { type PointerEvent, useState } from 'react';

/** A head that is being dragged, and the gap between heads where it would come to stand. */
type Dragged = { from: number; gap: number };
/** A press that trembles is no drag. */
const LEAST = 6;
const EDGE = 40;

/**
 * Drags heads of columns by the mouse. Places are those of `data-column`; heads with `data-fixed` stay. `onDrop` is told the
 * place a head was taken from and where it goes.
 */
export function useHeadDrag(onDrop: (from: number, to: number) => void) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    // A finger scrolls the table.
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const head = event.currentTarget;
    const from = Number(head.dataset.column);
    const startX = event.clientX;
    let now: Dragged | null = null;
    const listening = new AbortController();
    const listen = { signal: listening.signal, capture: true };
    const end = () => {
      listening.abort();
      setDragged(null);
    };
    document.addEventListener(
      'pointermove',
      ({ clientX }) => {
        if (!now && Math.abs(clientX - startX) < LEAST) return;
        scrollAlong(head, clientX);
        now = { from, gap: gapAt(head, clientX) };
        setDragged(now);
      },
      listen,
    );
    document.addEventListener('pointercancel', end, listen);
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && end(), listen);
    document.addEventListener(
      'pointerup',
      () => {
        end();
        if (!now) return;
        withoutClick();
        const to = now.gap > from ? now.gap - 1 : now.gap;
        if (to !== from) onDrop(from, to);
      },
      listen,
    );
  };
  return { dragged, onPointerDown };
}

/** The place before which a head would stand that is let go at `x`. */
function gapAt(head: HTMLElement, x: number): number {
  const heads = [...(head.parentElement?.querySelectorAll<HTMLElement>('th[data-column]') ?? [])];
  const movable = heads.filter(({ dataset }) => Number(dataset.column) > 0 && dataset.fixed === undefined);
  const first = Number(movable[0]?.dataset.column ?? 1);
  const before = movable.filter((each) => {
    const { left, width } = each.getBoundingClientRect();
    return left + width / 2 < x;
  });
  return first + before.length;
}

function scrollAlong(head: HTMLElement, x: number): void {
  const box = head.closest<HTMLElement>('.tb-scroll');
  if (!box) return;
  const { left, right } = box.getBoundingClientRect();
  if (x > right - EDGE) box.scrollLeft += EDGE / 2;
  if (x < left + EDGE) box.scrollLeft -= EDGE / 2;
}

/** The press that ended a drag is not the one that sorts. */
function withoutClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}
