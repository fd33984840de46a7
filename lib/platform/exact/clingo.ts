import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ClingoModel, ClingoReport, ClingoTask } from './clingo-messages';

export type ClingoResult = {
  /** `satisfiable`: the last model is one, and nothing says how good; `stopped`: the signal came first. */
  status: 'optimal' | 'satisfiable' | 'infeasible' | 'stopped';
  /** The last model found, also of a stopped run. */
  model: ClingoModel | null;
};

export type ClingoLimits = {
  wanted: ClingoTask['wanted'];
  /** clingo's own command line, such as `--configuration=crafty`. */
  options: readonly string[];
  /** Ends the thread in the middle of its work. */
  signal: AbortSignal;
  /** Every model as it is found. */
  onModel?: (model: ClingoModel) => void;
  /** Every lower bound of an optimisation by cores (`--opt-strategy=usc`) as it is reached. */
  onBound?: (bound: number) => void;
};

/**
 * Runs an answer-set program with clingo (npm `clingo-wasm`, WebAssembly) in a thread of its own, which is gone when
 * the promise settles. With `#minimize` or weak constraints the last model of an `optimal` run is optimal. Rejects when
 * the text is no program or the engine fails, for instance for want of memory.
 */
export async function solveProgram(program: string, limits: ClingoLimits): Promise<ClingoResult> {
  if (limits.signal.aborted) return { status: 'stopped', model: null };
  // A source file by its place on disk: a bundler has no part in it. Node 24 reads it without a loader.
  const source = path.join(process.cwd(), 'lib', 'platform', 'exact', 'clingo-worker.ts');
  const worker = new Worker(source, { execArgv: ['--no-warnings'] });
  let stop = () => {};
  try {
    return await new Promise<ClingoResult>((resolve, reject) => {
      let model: ClingoModel | null = null;
      stop = () => resolve({ status: 'stopped', model });
      limits.signal.addEventListener('abort', stop);
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('The thread of clingo ended without an answer.')));
      worker.on('message', (report: ClingoReport) => {
        if (report.kind === 'failed') reject(new Error(report.message));
        else if (report.kind === 'done') resolve({ status: report.answer, model });
        else if (report.kind === 'bound') limits.onBound?.(report.bound);
        else {
          model = report.model;
          limits.onModel?.(model);
        }
      });
      const task: ClingoTask = { program, wanted: limits.wanted, options: limits.options };
      worker.postMessage(task);
    });
  } finally {
    limits.signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
