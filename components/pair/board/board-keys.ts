import {
  type CollisionDetection,
  closestCenter,
  type KeyboardCoordinateGetter,
  pointerWithin,
} from '@dnd-kit/core';
import { STAGES } from '@/lib/pair/rules/stages';

/** Left and right carry a card from one place to drop it to the next; up and down do nothing. */
export const byColumns: KeyboardCoordinateGetter = (event, { context }) => {
  const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return undefined;
  event.preventDefault();
  const places = [...context.droppableRects]
    .map(([id, rect]) => ({ id, rect }))
    .sort((a, b) => a.rect.left - b.rect.left || a.rect.top - b.rect.top);
  const here = places.findIndex(({ id }) => id === context.over?.id);
  const next = places[Math.min(Math.max(here + step, 0), places.length - 1)];
  if (!next) return undefined;
  const node = context.droppableContainers.get(next.id)?.node.current;
  node?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const rect = node?.getBoundingClientRect() ?? next.rect;
  return { x: rect.left + 8, y: rect.top + Math.min(64, rect.height / 3) };
};

/** Under the pointer, the place on top where two lie over each other; by keyboard, where the card's middle is nearest. */
export const underPointer: CollisionDetection = (args) => {
  if (!args.pointerCoordinates) return closestCenter(args);
  const found = pointerWithin(args);
  const onTop = found.filter(({ id }) => STAGES.every((stage) => stage !== id));
  return onTop.length > 0 ? onTop : found;
};
