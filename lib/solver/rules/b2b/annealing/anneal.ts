import type { ShouldStop } from '../../ports';
import { randomFrom } from '../../random';
import type { B2bProblem } from '../problem';
import { breaksIfSound, openAnnealingBoard } from './board';
import { openMove, play, takeBack } from './move';
import { proposer } from './propose';

export type Annealing = {
  /** Works on for so many moves; ends early when stopped or at no breaks. */
  run: (moves: number, shouldStop: ShouldStop) => void;
  /** Fewest breaks of a plan that keeps every rule, and that plan (0-based slots); null before the first. */
  best: () => { breaks: number; slots: number[] } | null;
};

/** Each round cools from hot to cold, and the next takes twice as many moves. */
const FIRST_ROUND = 200_000;
const LONGEST_ROUND = 20_000_000;
const HOT = 0.45;
const COLD = 0.12;
const LOOK_EVERY = 1024;

/**
 * Simulated annealing by Kempe chains between two slots. The same seed gives the same plan after the same number of
 * moves, in however many stretches. Keeps everybody within `fairness` breaks, which is enough for any two to differ by
 * no more: a plan in which everybody has breaks and only the differences are small is left to the exact search.
 */
export function annealing(problem: B2bProblem, fairness: number, seed: number): Annealing {
  const random = randomFrom(seed);
  const board = openAnnealingBoard(problem, fairness);
  const move = openMove(board);
  const propose = proposer(board, move, random);
  let best: ReturnType<Annealing['best']> = null;
  let [played, round, temperature] = [0, FIRST_ROUND, HOT];
  // With nothing to place there is nothing to move; with a meeting that fits nowhere, no plan.
  const idle = problem.meetings.length === 0 || board.windows.some((window) => window.length === 0);
  keepIfBest();

  function keepIfBest(): void {
    const breaks = breaksIfSound(board);
    if (breaks === null || (best && best.breaks <= breaks)) return;
    best = { breaks, slots: Array.from(board.slotOf) };
  }

  function step(): void {
    if (!propose()) return;
    const change = play(board, move);
    if (change > 0 && random() >= Math.exp(-change / temperature)) {
      takeBack(board, move, change);
      return;
    }
    noteUnplaced();
    if (change < 0 && (!best || board.cost < best.breaks)) keepIfBest();
  }

  function noteUnplaced(): void {
    for (let i = 0; i < move.length; i++) {
      const meeting = move.meetings[i] as number;
      if ((move.to[i] as number) < 0) board.unplaced.push(meeting);
      else if ((move.from[i] as number) < 0) board.unplaced.splice(board.unplaced.indexOf(meeting), 1);
    }
  }

  function cool(): void {
    if (played >= round) [played, round] = [0, Math.min(round * 2, LONGEST_ROUND)];
    temperature = HOT * (COLD / HOT) ** (played / round);
  }

  return {
    best: () => best,
    run: (moves, shouldStop) => {
      for (let i = 0; i < moves && !idle && best?.breaks !== 0; i++) {
        if (played % LOOK_EVERY === 0) {
          if (shouldStop()) return;
          cool();
        }
        step();
        played++;
      }
    },
  };
}
