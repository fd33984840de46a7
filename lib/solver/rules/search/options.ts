import type { Level, Placed } from '../../schema';
import type { Certificate } from '../certificate/prices';
import type { Engines, ShouldStop } from '../ports';

export type SolveOptions = {
  /** Same seed, same answer, unless stopped. Default 1. */
  seed?: number;
  /** Moves to spend on the weight at most; the later objectives get a share of their own. */
  iterations?: number;
  /** Ends the solver with what it has. */
  shouldStop?: ShouldStop;
  /** Ends the search for weight, so that time remains for breaks, fairness and tables. */
  shouldMoveOn?: ShouldStop;
  onProgress?: (progress: Progress) => void;
};

export type ExactOptions = SolveOptions & {
  engines: Engines;
  /** How long an engine may still take. Default 10 seconds each time. */
  secondsLeft?: () => number;
};

/** Told after every step and every better plan; `bound` is what the weight cannot exceed. */
export type Progress = {
  step: 'bound' | 'draft' | 'weight' | 'exact' | 'breaks' | 'fairness' | 'tables';
  placed: number;
  weight: number;
  bound: number;
};

/** A timetable with the proof of how good it is. */
export type Solution = {
  placed: number;
  weight: number;
  /** What the weight cannot exceed in any timetable that meets as many musts and floors. */
  bound: number;
  /** Whether no timetable is better in musts, floor and weight, in that order. */
  proved: boolean;
  /** All six objectives in order. What is minimised (breaks, fairness, table changes) cannot go below its bound. */
  levels: Level[];
  meetings: Placed[];
  /** The table of each meeting. */
  tables: number[];
  certificate: Certificate;
};
