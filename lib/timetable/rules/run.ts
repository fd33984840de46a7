import type { PersonName } from '@/lib/core/shown-name';
import type { ProofLevel, TimetableProof } from './figures';
import type { RunFailure, RunState } from './words';

/** How far a run is. `value` and `bound` of the level it works on close in on each other. */
export type RunProgress = {
  runId: string;
  timetableId: string;
  state: RunState;
  failure: RunFailure | null;
  /** The level it works on; null before the first progress and after the end. */
  level: ProofLevel['name'] | null;
  value: number;
  bound: number;
  placed: number;
  /** Wishes that could be placed at most. */
  possible: number;
  seconds: number;
  /** The limit it was given. */
  ofSeconds: number;
  levels: ProofLevel[];
  proof: TimetableProof | null;
  startedAt: string;
  startedBy: PersonName | null;
  /** The version of the draft that the result was written into; null while running or when it was not. */
  version: number | null;
};

export type RunAnswer = { run: RunProgress | null };
