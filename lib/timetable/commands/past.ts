import { type Refusal, refuse } from '@/lib/core/result';
import type { Changes } from './apply';

/**
 * A publication that books, moves or cancels meetings of a time that is over, and writes to their parties, is asked about
 * first: in_the_past with their count, unless `isMeant`.
 */
export function refusalsOfPast(changes: Changes, now: Date, isMeant: boolean | undefined): Refusal[] {
  const isOver = ({ startsAt }: { startsAt: string }) => Date.parse(startsAt) <= now.getTime();
  const { book, move, cancel, reopen } = changes;
  const count =
    [...book, ...reopen].filter(({ to }) => isOver(to)).length +
    move.filter(({ was, to }) => isOver(was) || isOver(to)).length +
    cancel.filter(({ was }) => isOver(was)).length;
  return count > 0 && !isMeant ? refuse('in_the_past', { field: ['past'], params: { count } }).refusals : [];
}
