import type { HighsAnswer, HighsReport, HighsTask } from './highs-worker';
import { engineThreads, runReporting } from './threads';

type HighsLimits = {
  /** Wall time. The engine itself looks at the clock seldom; a second past the limit its thread is ended. */
  seconds: number;
  /** A solution to begin with, by column name; names left out are 0. */
  start?: Record<string, number>;
  /** Stops early, keeping the best solution so far. */
  signal?: AbortSignal;
  onProgress?: (progress: { objective: number | null; bound: number | null }) => void;
};

export type HighsEngine = {
  /** Solves a model in CPLEX LP text. Rejects when the text is no model. A stopped run keeps its best solution. */
  solveMip: (lp: string, limits: HighsLimits) => Promise<HighsAnswer>;
  /** The same for a linear program: `duals` are its row prices. */
  solveLp: HighsEngine['solveMip'];
  /** Ends all threads; a run under way ends as stopped. */
  close: () => Promise<void>;
};

const GRACE_MS = 1000;

/** HiGHS (npm `highs`, WebAssembly) in threads of its own, one for each run under way. */
export function highsEngine(): HighsEngine {
  const threads = engineThreads('highs-worker.ts');
  const closing = new AbortController();

  async function solveMip(
    lp: string,
    { seconds, start, signal, onProgress }: HighsLimits,
  ): Promise<HighsAnswer> {
    const stop = new SharedArrayBuffer(4);
    const ending = new AbortController();
    let best: HighsAnswer = { ...NOTHING };
    const onReport = (report: HighsReport) => {
      best = { ...best, ...report };
      onProgress?.({ objective: best.objective, bound: best.bound });
    };
    const endAfter = (ms: number) => setTimeout(() => ending.abort(), ms);
    let overdue = endAfter(seconds * 1000 + GRACE_MS);
    const stopNow = () => {
      Atomics.store(new Int32Array(stop), 0, 1);
      clearTimeout(overdue);
      overdue = endAfter(GRACE_MS);
    };
    signal?.addEventListener('abort', stopNow);
    if (signal?.aborted) stopNow();
    const task: HighsTask = { lp, seconds, stop, ...(start && { start }) };
    const end = AbortSignal.any([ending.signal, closing.signal]);
    try {
      return await runReporting<HighsTask, HighsReport, HighsAnswer>(threads, task, {
        onReport,
        signal: end,
      });
    } catch (error) {
      if (end.aborted) return best;
      throw new Error(`HiGHS: ${error instanceof Error ? error.message : error}`, { cause: error });
    } finally {
      clearTimeout(overdue);
      signal?.removeEventListener('abort', stopNow);
    }
  }

  async function close(): Promise<void> {
    closing.abort();
    await threads.pool.destroy();
  }

  return { solveMip, solveLp: solveMip, close };
}

const NOTHING: HighsAnswer = {
  status: 'stopped',
  objective: null,
  bound: null,
  values: null,
  byName: {},
  duals: {},
};
