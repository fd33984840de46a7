import type { ShouldStop } from '../ports';
import { annealing } from './annealing/anneal';
import { crowdingBound } from './crowding';
import { type B2bAnswer, type B2bProgress, Incumbent } from './incumbent';
import { type B2bProblem, windowsOf } from './problem';
import { type ProveOptions, prove } from './prove';

export type B2bSearch = {
  /** Any two participants differ by at most so many breaks. */
  fairness: number;
  seed: number;
  /** Moves of the annealing that opens the search. */
  moves: number;
  shouldStop: ShouldStop;
  /** Aborted when `shouldStop` turns true. */
  signal: AbortSignal;
  /** Lets other work of this thread have its turn. */
  pause: () => Promise<void>;
  /** Left out: annealing alone. */
  solveProgram?: ProveOptions['solveProgram'];
  /** Counts what crowding costs in whole people; left out, by prices alone. */
  solveModel?: ProveOptions['solveModel'];
  onProgress?: (progress: B2bProgress) => void;
  /** An engine that failed; the search goes on without it. */
  onTrouble?: (error: unknown) => void;
};

const MOVES_AT_ONCE = 20_000;
/** A search that has found no plan by then is better left to the exact engine. */
const MOVES_WITHOUT_PLAN = 400_000;

/**
 * Fewest breaks. What crowding alone costs is counted first (`crowding.ts`); then annealing looks for a plan that
 * reaches it, with clingo minimising beside it. When the annealing is through, a second clingo helps to close the gap
 * and HiGHS counts the crowd once more in whole people (`prove.ts`).
 *
 * A bound that counting reaches anybody can add up, and a plan anybody can check (`checkB2b`). Beyond that "proved" and
 * "infeasible" are the word of clingo (or HiGHS): they leave no certificate behind. Same seed and moves give the same annealing; which of
 * several equally good plans the race with clingo leaves is not fixed.
 */
export async function solveB2b(problem: B2bProblem, search: B2bSearch): Promise<B2bAnswer> {
  const found = new Incumbent((progress) => search.onProgress?.(progress));
  const crowding = windowsOf(problem).every((window) => window.length > 0) ? crowdingBound(problem) : null;
  if (crowding === null) {
    found.infeasible = true;
    return found.answer();
  }
  found.raise(crowding, 'counting');
  const { fairness, signal, solveProgram, solveModel, onTrouble } = search;
  if (!solveProgram) {
    await anneal(problem, search, found);
    return found.answer();
  }
  const annealed = anneal(problem, search, found);
  await prove(problem, found, { fairness, signal, solveProgram, solveModel, annealed, onTrouble });
  // Where clingo was quicker, the annealing notices at its next pause.
  await annealed;
  return found.answer();
}

async function anneal(problem: B2bProblem, search: B2bSearch, found: Incumbent): Promise<void> {
  const { shouldStop } = search;
  const work = annealing(problem, search.fairness, search.seed);
  for (let played = 0; played < search.moves; played += MOVES_AT_ONCE) {
    await search.pause();
    if (found.settled || shouldStop()) return;
    if (search.solveProgram && found.breaks === null && played >= MOVES_WITHOUT_PLAN) return;
    work.run(Math.min(MOVES_AT_ONCE, search.moves - played), shouldStop);
    const best = work.best();
    if (best) found.offer(best.slots, best.breaks, 'annealing');
  }
}
