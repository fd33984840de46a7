'use client';

import { DndContext, MouseSensor, TouchSensor, useDraggable, useSensor, useSensors } from '@dnd-kit/core';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

type Props = {
  /** Whose cards (`data-card`) are dragged to whose cells (`data-cell`). */
  area: HTMLElement;
  onStart: (pairId: string) => boolean;
  onDrop: (cell: string | null) => void;
};

/**
 * One draggable for the whole grid: which card it is, is read where the pointer goes down. Hundreds of cells need no
 * listeners of their own, and the grid works before this has arrived. Keys and clicks do the same without it.
 */
export function DragLayer(props: Props) {
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  const t = useTranslations('timetable-grid.drag');
  // One draggable stands for all cards, so its place is not announced: the plan announces what a drop has done.
  const accessibility = {
    announcements: {
      onDragStart: () => t('start'),
      onDragOver: () => undefined,
      onDragEnd: () => t('end'),
      onDragCancel: () => t('cancel'),
    },
    screenReaderInstructions: { draggable: t('help') },
  };
  return (
    <DndContext id="timetable" sensors={sensors} autoScroll={false} accessibility={accessibility}>
      <Dragging {...props} />
    </DndContext>
  );
}

const EDGE = 48;

function Dragging({ area, onStart, onDrop }: Props) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: 'card' });
  const pressed = useRef<HTMLElement | null>(null);
  const latest = useRef({ listeners, onStart, onDrop });
  latest.current = { listeners, onStart, onDrop };
  const ghost = useRef<HTMLDivElement>(null);
  const at = useRef({ x: 0, y: 0 });

  useEffect(() => {
    setNodeRef(area);
    const press = (name: 'onMouseDown' | 'onTouchStart') => (event: Event) => {
      pressed.current = (event.target as HTMLElement).closest<HTMLElement>('[data-card]');
      at.current = pointOf(event);
      if (pressed.current) latest.current.listeners?.[name]?.({ nativeEvent: event, target: event.target });
    };
    const mouse = press('onMouseDown');
    const touch = press('onTouchStart');
    area.addEventListener('mousedown', mouse);
    area.addEventListener('touchstart', touch, { passive: true });
    return () => {
      setNodeRef(null);
      area.removeEventListener('mousedown', mouse);
      area.removeEventListener('touchstart', touch);
    };
  }, [area, setNodeRef]);

  useEffect(() => {
    const card = pressed.current;
    if (!isDragging || !card?.dataset.card) return;
    if (!latest.current.onStart(card.dataset.card)) return;
    ghost.current?.replaceChildren(card.cloneNode(true));
    let over: HTMLElement | null = null;
    let cancelled = false;
    const follow = () => {
      const { x, y } = at.current;
      if (ghost.current) ghost.current.style.transform = `translate(${x + 8}px, ${y + 8}px)`;
      const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-cell]') ?? null;
      if (cell !== over) {
        over?.removeAttribute('data-over');
        cell?.setAttribute('data-over', '');
        over = cell;
      }
    };
    const move = (event: Event) => {
      at.current = pointOf(event);
      follow();
    };
    const timer = setInterval(() => {
      const box = area.getBoundingClientRect();
      const pull = (from: number, to: number, here: number) =>
        here < from + EDGE ? -12 : here > to - EDGE ? 12 : 0;
      area.scrollBy(pull(box.left, box.right, at.current.x), pull(box.top, box.bottom, at.current.y));
    }, 30);
    const onEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancelled = true;
    };
    follow();
    window.addEventListener('mousemove', move);
    window.addEventListener('touchmove', move, { passive: true });
    window.addEventListener('keydown', onEscape, true);
    return () => {
      clearInterval(timer);
      window.removeEventListener('mousemove', move);
      window.removeEventListener('touchmove', move);
      window.removeEventListener('keydown', onEscape, true);
      over?.removeAttribute('data-over');
      ghost.current?.replaceChildren();
      latest.current.onDrop(cancelled ? null : (over?.dataset.cell ?? null));
    };
  }, [isDragging, area]);

  return <div ref={ghost} aria-hidden="true" className="tg-drag" />;
}

function pointOf(event: Event): { x: number; y: number } {
  const point = 'touches' in event ? (event as TouchEvent).touches[0] : (event as MouseEvent);
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}
