import type { AnnealingBoard } from './board';
import { addPerson, addToMove, clearMove, type Move } from './move';

/** Share of the moves that look for somebody with a break. */
const TARGETED = 0.2;

/** Draws the next move into `move`; false when the one drawn cannot be made. */
export function proposer(board: AnnealingBoard, move: Move, random: () => number): () => boolean {
  const { at, slots, allowed, windows, unplaced, breaks, slotOf } = board;
  const below = (n: number) => Math.floor(random() * n);
  const anySlot = (meeting: number) => {
    const window = windows[meeting] as number[];
    return window[below(window.length)] as number;
  };

  function someoneWithBreaks(): number {
    const from = below(breaks.length);
    for (let i = 0; i < breaks.length; i++) {
      const person = (from + i) % breaks.length;
      if ((breaks[person] as number) > 0) return person;
    }
    return -1;
  }

  /** Moves one of somebody's meetings to a free slot of theirs beside another of their meetings. */
  function mendBreak(person: number): boolean {
    const row = person * slots;
    const busy = (slot: number) => slot >= 0 && slot < slots && (at[row + slot] as number) >= 0;
    let own = below(slots);
    while (!busy(own)) own = (own + 1) % slots;
    const meeting = at[row + own] as number;
    const beside = (slot: number) => slot !== own && busy(slot);
    for (let slot = below(slots), left = slots; left > 0; left--, slot = (slot + 1) % slots) {
      if (busy(slot) || allowed[meeting * slots + slot] === 0) continue;
      if (beside(slot - 1) || beside(slot + 1)) return chainMove(board, move, meeting, slot);
    }
    return false;
  }

  return () => {
    if (unplaced.length > 0 && random() < 0.5) {
      const meeting = unplaced[below(unplaced.length)] as number;
      insertMove(board, move, meeting, anySlot(meeting));
      return true;
    }
    if (random() < TARGETED) {
      const person = someoneWithBreaks();
      if (person >= 0) return mendBreak(person);
    }
    const meeting = below(slotOf.length);
    const there = anySlot(meeting);
    return (
      (slotOf[meeting] as number) >= 0 && there !== slotOf[meeting] && chainMove(board, move, meeting, there)
    );
  };
}

/**
 * Swaps the slots of a meeting and of everybody reached from it by turns through slots `here` and `there` (a Kempe
 * chain). People inside the chain sit in both slots before and after; only those at its two ends change. False when some
 * meeting may not go where it would have to.
 */
function chainMove(board: AnnealingBoard, move: Move, meeting: number, there: number): boolean {
  const here = board.slotOf[meeting] as number;
  clearMove(move);
  if (!take(board, move, meeting, there)) return false;
  const closed = follow(board, move, meeting, board.one[meeting] as number, here, there);
  if (closed === 'blocked') return false;
  return (
    closed === 'cycle' ||
    follow(board, move, meeting, board.other[meeting] as number, here, there) !== 'blocked'
  );
}

function follow(
  board: AnnealingBoard,
  move: Move,
  start: number,
  person: number,
  here: number,
  there: number,
) {
  const { at, slots, one, other } = board;
  let [meeting, who, next] = [start, person, there];
  for (;;) {
    const found = at[who * slots + next] as number;
    if (found < 0) {
      addPerson(move, who);
      return 'path';
    }
    meeting = found;
    if (meeting === start) return 'cycle';
    const to = next === there ? here : there;
    if (!take(board, move, meeting, to)) return 'blocked';
    who = one[meeting] === who ? (other[meeting] as number) : (one[meeting] as number);
    next = to;
  }
}

function take(board: AnnealingBoard, move: Move, meeting: number, to: number): boolean {
  if (board.allowed[meeting * board.slots + to] === 0) return false;
  addToMove(board, move, meeting, to);
  return true;
}

/** Puts an unplaced meeting into a slot and takes those off the board that stand in its way, at most two. */
function insertMove(board: AnnealingBoard, move: Move, meeting: number, slot: number): void {
  const { at, slots, one, other } = board;
  clearMove(move);
  addToMove(board, move, meeting, slot);
  for (const person of [one[meeting] as number, other[meeting] as number]) {
    addPerson(move, person);
    const inTheWay = at[person * slots + slot] as number;
    if (inTheWay < 0 || move.marked[inTheWay] === move.stamp) continue;
    addToMove(board, move, inTheWay, -1);
    addPerson(move, one[inTheWay] as number);
    addPerson(move, other[inTheWay] as number);
  }
}
