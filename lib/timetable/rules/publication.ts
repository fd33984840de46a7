import { type Refusal, refuse } from '@/lib/core/result';

/** Where and when; instants are ISO with Z. */
export type Where = { startsAt: string; endsAt: string; tableId: string | null };

/** What is to be done to meetings. Each carries the version it was read at. */
export type Changes = {
  cancel: { meetingId: string; version: number; pairId: string; was: Where }[];
  move: { meetingId: string; version: number; pairId: string; was: Where; to: Where }[];
  book: { pairId: string; to: Where }[];
  /** Cancelled ones that come back, to where they were. */
  reopen: { meetingId: string; version: number; pairId: string; to: Where }[];
};

/** How to take a publication back: kept with the version. */
export type Undo = {
  booked: { meetingId: string; pairId: string }[];
  moved: { meetingId: string; pairId: string; was: Where }[];
  cancelled: { meetingId: string; pairId: string; was: Where }[];
};

export function isSameSlotAndTable(
  a: { slotId: string; tableId: string | null },
  b: { slotId: string; tableId: string | null },
): boolean {
  return a.slotId === b.slotId && a.tableId === b.tableId;
}

export function countsOfUndo(undo: Undo) {
  return { booked: undo.booked.length, moved: undo.moved.length, cancelled: undo.cancelled.length };
}

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
