import type { Board } from './board';
import type { Move } from './move';
import { chainMove, insertMove } from './neighbours';

/** Share of the moves that look for somebody with a break. */
const TARGETED = 0.2;

/** Draws the next move into `move`; false when the one drawn cannot be made. */
export function proposer(board: Board, move: Move, random: () => number): () => boolean {
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
