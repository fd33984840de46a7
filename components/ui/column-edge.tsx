'use client';

import { type PointerEvent, useRef } from 'react';

type Props = {
  /** The width of the column in rem. */
  width: number;
  onWiden: (width: number) => void;
  /** As wide as the longest text in sight. */
  onFit: () => void;
};

/** The edge of a column's head: dragged it widens the column, pressed twice it fits it. Keys do the same from the head. */
export function ColumnEdge({ width, onWiden, onFit }: Props) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!start.current) return;
    const turn = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    onWiden(start.current.width + (turn * (event.clientX - start.current.x)) / remInPixels());
  };
  const onEnd = () => {
    start.current = null;
  };
  return (
    <span
      aria-hidden="true"
      className="ui-column-edge"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onEnd}
      onPointerCancel={onEnd}
      onDoubleClick={(event) => {
        event.stopPropagation();
        onFit();
      }}
    />
  );
}

function remInPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

/** The width in rem that shows the longest of these cells whole; null where they have no layout. */
export function fittingWidth(cells: Iterable<HTMLElement>): number | null {
  let widest = 0;
  for (const cell of cells) widest = Math.max(widest, contentWidth(cell));
  return widest > 0 ? (widest + 1) / remInPixels() : null;
}

/** With its padding. A cell that has room to spare says nothing of its text by its own width. */
function contentWidth(cell: HTMLElement): number {
  if (cell.scrollWidth > cell.clientWidth) return cell.scrollWidth + 1;
  const range = document.createRange();
  range.selectNodeContents(cell);
  const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(cell);
  const text = range.getBoundingClientRect().width;
  return text && text + Number.parseFloat(paddingInlineStart) + Number.parseFloat(paddingInlineEnd) + 1;
}
