import { parentPort } from 'node:worker_threads';
import type { ClingoReport, ClingoTask } from './clingo-messages';

/* Runs clingo, which blocks its thread. Node strips the types itself: only erasable TypeScript and packages in here. */

if (!parentPort) throw new Error('The engine runs in a thread of its own.');
const port = parentPort;

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

port.once('message', async (task: ClingoTask) => {
  try {
    const run = await load();
    const answer = run(
      task.program,
      task.wanted === 'first' ? 1 : 0,
      [...task.options],
      ({ Value, Costs, Lower }) => {
        if (Lower?.[0] !== undefined) report({ kind: 'bound', bound: Lower[0] });
        if (Value) report({ kind: 'model', model: { atoms: Value, cost: Costs?.[0] ?? null } });
      },
    );
    if (answer.Result === 'ERROR') report({ kind: 'failed', message: answer.Error ?? 'clingo failed.' });
    else report({ kind: 'done', answer: ANSWERS[answer.Result] ?? 'stopped' });
  } catch (error) {
    report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});

const report = (message: ClingoReport) => port.postMessage(message);

// The package's own door starts a thread of its own and one run at a time, and picks the build with threads, which is
// slower for one. Behind it lies the runner.
async function load(): Promise<Run> {
  const runner = new URL('run.js', import.meta.resolve('clingo-wasm')).href;
  const { init } = (await import(runner)) as Loader;
  return init({ singleThreaded: true });
}
