/* What the thread with HiGHS and the one that asks tell each other. */

/** `start` is a solution to begin with (names left out: 0); `stop` turns non-zero when nobody waits any more. */
export type HighsTask = {
  lp: string;
  seconds: number;
  start?: Record<string, number>;
  stop: SharedArrayBuffer;
};

export type HighsAnswer = {
  kind: 'done';
  status: 'optimal' | 'infeasible' | 'stopped';
  objective: number | null;
  bound: number | null;
  values: Float64Array | null;
  /** Non-zero columns only. */
  byName: Record<string, number>;
  /** Non-zero row prices of a linear program solved to the end; empty for whole-number programs. */
  duals: Record<string, number>;
};

export type HighsReport =
  | HighsAnswer
  | { kind: 'better'; objective: number | null; byName: Record<string, number> }
  | { kind: 'bound'; bound: number | null }
  | { kind: 'failed'; message: string };
