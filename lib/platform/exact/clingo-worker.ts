import type { MessagePort } from 'node:worker_threads';

/* Runs clingo, which blocks its thread. Node strips the types itself: only erasable TypeScript and packages in here. */

/** `best` goes on to an optimal model, `first` ends at any. */
export type ClingoTask = { program: string; wanted: 'best' | 'first'; options: readonly string[] };

/** A model as it is found, or that no model costs less. */
export type ClingoReport = { kind: 'model'; model: ClingoModel } | { kind: 'bound'; bound: number };

/** One stable model: the atoms shown, as text, and its cost where the program minimises. */
export type ClingoModel = { atoms: string[]; cost: number | null };

/** A model, or while cores are gathered only a lower bound. */
type Witness = { Value?: string[]; Costs?: number[]; Lower?: number[] };
type Answer = { Result: string; Error?: string };
type Run = (program: string, models: number, options: string[], onModel: (model: Witness) => void) => Answer;
type Loader = { init: (parameters: { singleThreaded: boolean }) => Promise<Run> };

const ANSWERS: Record<string, 'optimal' | 'satisfiable' | 'infeasible'> = {
  'OPTIMUM FOUND': 'optimal',
  SATISFIABLE: 'satisfiable',
  UNSATISFIABLE: 'infeasible',
};

export default async function solveTask(task: ClingoTask & { port: MessagePort }) {
  const report = (message: ClingoReport) => task.port.postMessage(message);
  const run = await load();
  const { Result, Error: message = 'clingo failed.' } = run(
    task.program,
    task.wanted === 'first' ? 1 : 0,
    [...task.options],
    ({ Value, Costs, Lower }) => {
      if (Lower?.[0] !== undefined) report({ kind: 'bound', bound: Lower[0] });
      if (Value) report({ kind: 'model', model: { atoms: Value, cost: Costs?.[0] ?? null } });
    },
  );
  if (Result === 'ERROR') throw new Error(message);
  return ANSWERS[Result] ?? 'stopped';
}

// The package's own entry starts a thread of its own and one run at a time, and picks the build with threads, which is
// slower for one. Behind it lies the runner.
async function load(): Promise<Run> {
  const runner = new URL('run.js', import.meta.resolve('clingo-wasm')).href;
  const { init } = (await import(runner)) as Loader;
  return init({ singleThreaded: true });
}
