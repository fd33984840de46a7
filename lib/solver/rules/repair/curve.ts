import { neverStop, type ShouldStop } from '../ports';
import type { Board } from './board';
import { insert, undo } from './insert';
import { lay } from './refill';

/** The best timetable known for a number of changes: slot by request, what it is worth. */
export type Known = { slotOf: Int32Array; worth: number };

export type CurveLimits = {
  /** The most changes looked into. */
  most: number;
  /** How many insertions may be tried in all. */
  tries: number;
  shouldStop: ShouldStop;
};

/**
 * From a timetable that moves as few as possible, the best one found for each further change, by inserting one wish after
 * the other and moving aside who is in the way. Index: changes; null where none was found that is better than with fewer.
 */
export function changesAgainstWorth(board: Board, limits: CurveLimits): (Known | null)[] {
  const known: (Known | null)[] = Array.from({ length: limits.most + 1 }, () => null);
  if (board.changes > limits.most) return known;
  const least = board.changes;
  known[least] = { slotOf: board.slotOf.slice(), worth: board.worth };
  let tries = limits.tries;
  for (let changes = least; changes <= limits.most && tries > 0 && !limits.shouldStop(); changes++) {
    const from = known[changes];
    if (!from) continue;
    lay(board, from.slotOf);
    tries = spread(board, known, changes, tries, limits.shouldStop);
  }
  return dropWorse(known);
}

/** Improves the timetable at `changes` in place; leaves better ones with more changes in `known`. Returns tries left. */
function spread(
  board: Board,
  known: (Known | null)[],
  changes: number,
  tries: number,
  shouldStop: ShouldStop,
): number {
  const { requests, slots, weight } = board.compiled;
  const waiting = Array.from({ length: requests }, (_, request) => request)
    .filter((request) => board.slotOf[request] === -1)
    .sort((a, b) => (weight[b] as number) - (weight[a] as number) || a - b);
  const spare = known.length - 1 - changes;
  for (let improved = true; improved; ) {
    improved = false;
    for (const request of waiting) {
      if (shouldStop()) return 0;
      for (let slot = 0; slot < slots && board.slotOf[request] === -1; slot++) {
        for (const deep of [false, true]) {
          if (--tries <= 0) return 0;
          if (tryOut(board, known, changes, { request, slot, spare, deep })) {
            improved = true;
            break;
          }
        }
      }
    }
  }
  known[changes] = { slotOf: board.slotOf.slice(), worth: board.worth };
  return tries;
}

/** Inserts what fits without any further change, until nothing does. */
export function settle(board: Board): void {
  const alone: (Known | null)[] = Array.from({ length: board.changes + 1 }, () => null);
  spread(board, alone, board.changes, Number.POSITIVE_INFINITY, neverStop);
}

/** True where the insertion needs no more changes and was kept. */
function tryOut(
  board: Board,
  known: (Known | null)[],
  changes: number,
  { request, slot, spare, deep }: { request: number; slot: number; spare: number; deep: boolean },
): boolean {
  const steps = insert(board, request, slot, { spare, deep });
  if (!steps) return false;
  if (board.changes <= changes) return true;
  const better = known[board.changes];
  if (!better || better.worth < board.worth) {
    known[board.changes] = { slotOf: board.slotOf.slice(), worth: board.worth };
  }
  undo(board, steps);
  return false;
}

function dropWorse(known: (Known | null)[]): (Known | null)[] {
  let best = Number.NEGATIVE_INFINITY;
  return known.map((each) => {
    if (!each || each.worth <= best) return null;
    best = each.worth;
    return each;
  });
}
