'use client';

import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { isShortcut } from '@/components/shell/shortcuts';
import { nextPlace } from '@/components/ui/grid-places';
import type { GridLine } from './grid-lines';
import { type Paint, type Paintable, type Square, strokePaints, strokeValue, togglePaints } from './stroke';

type Props = {
  table: RefObject<HTMLTableElement | null>;
  lines: readonly GridLine[];
  slotIds: readonly string[];
  canPaint: boolean;
  /** Fingers draw instead of scrolling. */
  byFinger: boolean;
  onPaint: (paints: readonly Paint[], about: GridLine | null) => void;
  onOpen: (group: Extract<GridLine, { type: 'group' }>) => void;
};

/** The stroke or selection under way: its corners, and what it paints (null while it only selects). */
export type Stroke = { from: Square; to: Square; away: boolean | null };

/** Painting by pointer, finger and keys: press gives the opposite of the first square, dragging and Shift extend it. */
export function useStrokes({ table, lines, slotIds, canPaint, byFinger, onPaint, onOpen }: Props) {
  const [stop, setStop] = useState<Square>({ line: 0, column: -1 });
  const [mark, setMark] = useState<Stroke | null>(null);
  const drawing = useRef(false);
  const skipClick = useRef(false);
  const paintables = lines.map((line): Paintable | null => (line.type === 'party' ? line.party : null));

  const squareAt = ({ line, column }: Square) => {
    const row = table.current?.querySelector(line < 0 ? '[data-slots]' : `[data-line="${line}"]`);
    return row?.querySelector<HTMLElement>(`[data-column="${column}"]`) ?? null;
  };
  const goTo = (square: Square) => {
    setStop(square);
    const node = squareAt(square);
    const target = node?.querySelector<HTMLElement>('button') ?? node;
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const commit = ({ from, to }: Stroke) => {
    const first = paintables[from.line];
    const slot = slotIds[from.column];
    setMark(null);
    if (!canPaint || !first || slot === undefined) return;
    const about = from.line === to.line ? (lines[from.line] ?? null) : null;
    onPaint(strokePaints(paintables, slotIds, from, to, strokeValue(first, slot)), about);
  };
  /** A heading: all of a row, of a group's column, or of a column; the heading of a group opens and closes it. */
  const press = (square: Square) => {
    const line = lines[square.line];
    if (line?.type === 'group' && square.column < 0) return onOpen(line);
    if (!canPaint) return;
    const slots = square.column < 0 ? slotIds : slotIds.slice(square.column, square.column + 1);
    if (line?.type === 'group') return onPaint(togglePaints(line.parties, slots), line);
    if (line) return onPaint(togglePaints([line.party], slots), line);
    onPaint(
      togglePaints(
        paintables.filter((each) => each !== null),
        slots,
      ),
      null,
    );
  };

  const isSquare = ({ line, column }: Square) => column >= 0 && lines[line]?.type === 'party';
  const onPointerDown = (event: PointerEvent) => {
    skipClick.current = false;
    const square = squareOf(event.target);
    if (!square || !isSquare(square) || !canPaint || event.button !== 0) return;
    if (event.pointerType === 'touch' && !byFinger) return;
    if (event.target instanceof Element && event.target.hasPointerCapture(event.pointerId)) {
      event.target.releasePointerCapture(event.pointerId);
    }
    const first = paintables[square.line];
    const slot = slotIds[square.column];
    if (!first || slot === undefined) return;
    drawing.current = true;
    setStop(square);
    setMark({ from: square, to: square, away: strokeValue(first, slot) });
  };
  const onPointerOver = (event: PointerEvent) => {
    const square = drawing.current ? squareOf(event.target) : null;
    if (!square || square.line < 0) return;
    const to = { line: square.line, column: Math.max(0, square.column) };
    setMark((before) => before && { ...before, to });
  };
  const latest = useRef({ mark, commit });
  latest.current = { mark, commit };
  useEffect(() => {
    const up = () => {
      if (!drawing.current) return;
      drawing.current = false;
      skipClick.current = true;
      const now = latest.current;
      if (now.mark) now.commit(now.mark);
    };
    const stopDrawing = () => {
      drawing.current = false;
      setMark(null);
    };
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', stopDrawing);
    return () => {
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', stopDrawing);
    };
  }, []);

  const onClick = (event: MouseEvent) => {
    const wasStroke = skipClick.current;
    skipClick.current = false;
    const square = squareOf(event.target);
    if (!square || wasStroke) return;
    setStop(square);
    if (isSquare(square)) commit({ from: square, to: square, away: null });
    else if (event.target instanceof Element && event.target.closest('button')) press(square);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const here = squareOf(event.target);
    if (!here || event.altKey || event.metaKey) return;
    if (isShortcut(event, 'availability.drop') && mark) {
      event.preventDefault();
      drawing.current = false;
      return setMark(null);
    }
    if (isShortcut(event, 'availability.paint')) {
      // Buttons of headings press themselves.
      if (!isSquare(here)) return;
      event.preventDefault();
      return commit(mark ?? { from: here, to: here, away: null });
    }
    const size = { rows: lines.length, columns: slotIds.length };
    const next = nextPlace(event, { row: here.line, column: here.column }, size);
    if (!next) return;
    event.preventDefault();
    const square = { line: next.row, column: next.column };
    if (event.shiftKey && isSquare(here) && square.line >= 0 && square.column >= 0) {
      setMark((before) => ({ from: before?.from ?? here, to: square, away: null }));
    } else setMark(null);
    goTo(square);
  };
  const onFocus = (event: { target: EventTarget }) => {
    const square = squareOf(event.target);
    if (square && (square.line !== stop.line || square.column !== stop.column)) setStop(square);
  };
  const inGrid = {
    line: Math.min(stop.line, lines.length - 1),
    column: Math.min(stop.column, slotIds.length - 1),
  };
  return {
    stop: inGrid,
    mark,
    goTo,
    handlers: { onPointerDown, onPointerOver, onClick, onKeyDown, onFocus },
  };
}

function squareOf(target: EventTarget | null): Square | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  const row = cell?.closest<HTMLElement>('[data-line], [data-slots]');
  if (!cell || !row) return null;
  return { line: Number(row.dataset.line ?? -1), column: Number(cell.dataset.column) };
}
