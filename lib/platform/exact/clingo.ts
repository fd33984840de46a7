import type { ClingoModel, ClingoReport, ClingoTask } from './clingo-worker';
import { engineThreads, runReporting } from './threads';

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
 * Runs an answer-set program with clingo (npm `clingo-wasm`, WebAssembly) in a thread of its own, which ends with
 * it: clingo gives no memory back. With `#minimize` or weak constraints the last model of an `optimal`
 * run is optimal. Rejects when the text is no program or the engine fails, for instance for want of memory.
 */
export async function solveProgram(program: string, limits: ClingoLimits): Promise<ClingoResult> {
  const { wanted, options, signal, onModel, onBound } = limits;
  if (signal.aborted) return { status: 'stopped', model: null };
  const threads = engineThreads('clingo-worker.ts');
  let model: ClingoModel | null = null;
  const onReport = (report: ClingoReport) => {
    if (report.kind === 'bound') return onBound?.(report.bound);
    model = report.model;
    onModel?.(model);
  };
  try {
    const task: ClingoTask = { program, wanted, options };
    const status = await runReporting<ClingoTask, ClingoReport, ClingoResult['status']>(threads, task, {
      onReport,
      signal,
    });
    return { status, model };
  } catch (error) {
    if (signal.aborted) return { status: 'stopped', model };
    throw error;
  } finally {
    await threads.pool.destroy();
  }
}
