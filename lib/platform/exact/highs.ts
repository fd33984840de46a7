import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { HighsAnswer, HighsReport, HighsTask } from './highs-messages';

/** What the engine found; `objective` and `bound` as the model counts them, `values` in the order of the columns. */
type HighsResult = Omit<HighsAnswer, 'kind'>;

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
  solveMip: (lp: string, limits: HighsLimits) => Promise<HighsResult>;
  /** The same for a linear program: `duals` are its row prices. */
  solveLp: HighsEngine['solveMip'];
  /** Ends all threads; a run under way ends as stopped. */
  close: () => Promise<void>;
};

const GRACE_MS = 1000;

/**
 * HiGHS (npm `highs`, WebAssembly) in worker threads: one a run, the last idle one kept warm. Threads at rest do not
 * keep the process alive.
 */
export function highsEngine(): HighsEngine {
  let idle: Worker | null = null;
  const running = new Set<AbortController>();

  async function solveMip(lp: string, limits: HighsLimits): Promise<HighsResult> {
    const worker = idle ?? openThread();
    idle = null;
    const closing = new AbortController();
    running.add(closing);
    const signals = limits.signal ? [limits.signal, closing.signal] : [closing.signal];
    try {
      const { result, alive } = await askThread(worker, lp, { ...limits, signal: AbortSignal.any(signals) });
      if (alive && idle === null && !closing.signal.aborted) idle = worker;
      else await worker.terminate();
      return result;
    } catch (error) {
      await worker.terminate();
      throw error;
    } finally {
      running.delete(closing);
    }
  }

  async function close(): Promise<void> {
    for (const run of running) run.abort();
    const last = idle;
    idle = null;
    await last?.terminate();
  }

  return { solveMip, solveLp: solveMip, close };
}

function openThread(): Worker {
  // A source file by its place on disk: a bundler has no part in it. Node 24 reads it without a loader.
  const source = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/platform/exact/highs-worker.ts');
  const worker = new Worker(source, { execArgv: ['--no-warnings'] });
  worker.unref();
  return worker;
}

type Asked = { result: HighsResult; alive: boolean };

function askThread(
  worker: Worker,
  lp: string,
  limits: HighsLimits & { signal: AbortSignal },
): Promise<Asked> {
  const stop = new SharedArrayBuffer(4);
  const best: HighsResult = {
    status: 'stopped',
    objective: null,
    bound: null,
    values: null,
    byName: {},
    duals: {},
  };
  return new Promise<Asked>((resolve, reject) => {
    let overdue: NodeJS.Timeout | undefined;
    const endWithin = (ms: number) => {
      clearTimeout(overdue);
      overdue = setTimeout(() => settle(() => resolve({ result: best, alive: false })), ms);
    };
    const stopNow = () => {
      Atomics.store(new Int32Array(stop), 0, 1);
      endWithin(GRACE_MS);
    };
    const settle = (then: () => void) => {
      clearTimeout(overdue);
      limits.signal.removeEventListener('abort', stopNow);
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
      worker.unref();
      then();
    };
    worker.on('message', (report: HighsReport) => {
      if (report.kind === 'done') {
        const { kind: _, ...result } = report;
        settle(() => resolve({ result, alive: true }));
      } else if (report.kind === 'failed') settle(() => reject(new Error(`HiGHS: ${report.message}`)));
      else {
        if (report.kind === 'better')
          Object.assign(best, { objective: report.objective, byName: report.byName });
        else if (report.bound !== null) best.bound = report.bound;
        limits.onProgress?.({ objective: best.objective, bound: best.bound });
      }
    });
    worker.on('error', (error) => settle(() => reject(error)));
    worker.on('exit', () => settle(() => reject(new Error('HiGHS: its thread ended'))));
    worker.ref();
    endWithin(limits.seconds * 1000 + GRACE_MS);
    limits.signal.addEventListener('abort', stopNow);
    if (limits.signal.aborted) stopNow();
    const task: HighsTask = {
      lp,
      seconds: limits.seconds,
      stop,
      ...(limits.start && { start: limits.start }),
    };
    worker.postMessage(task);
  });
}
