import { parentPort } from 'node:worker_threads';
import loadHighs from 'highs';
import type { HighsAnswer, HighsReport, HighsTask } from './highs-messages';

/* Runs HiGHS, which blocks its thread. Node strips the types itself: only erasable TypeScript and packages in here. */

if (!parentPort) throw new Error('The engine runs in a thread of its own.');
const port = parentPort;
const loaded = loadHighs();

port.on('message', async (task: HighsTask) => {
  try {
    const highs = await loaded;
    report(highs.withModel({ format: 'lp', data: task.lp }, (model) => solve(highs, model, task)));
  } catch (error) {
    report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});

const report = (message: HighsReport) => port.postMessage(message);

type Highs = Awaited<ReturnType<typeof loadHighs>>;
type Model = ReturnType<Highs['createModel']>;

function solve(highs: Highs, model: Model, task: HighsTask): HighsAnswer {
  // Whole-number objectives: the gap closes for good only at zero.
  model.options.set({ output_flag: false, time_limit: task.seconds, mip_rel_gap: 0, random_seed: 1 });
  const columns = model.getDimensions().numCols;
  const names = Array.from({ length: columns }, (_, column) => model.getColName(column));
  if (task.start) model.setSolution(startOf(names, task.start));
  run(highs, model, task, names);
  return answerOf(highs, model, names);
}

function startOf(names: readonly string[], start: Record<string, number>) {
  return { colValue: Float64Array.from(names, (name) => start[name] ?? 0) };
}

function run(highs: Highs, model: Model, task: HighsTask, names: readonly string[]): void {
  const stop = new Int32Array(task.stop);
  const { callbackType } = highs.constants;
  const stopWhenAsked = (event: { interrupt(): void }): undefined => {
    if (Atomics.load(stop, 0) !== 0) event.interrupt();
  };
  model.run({
    [callbackType.simplexInterrupt]: stopWhenAsked,
    [callbackType.ipmInterrupt]: stopWhenAsked,
    [callbackType.mipInterrupt]: stopWhenAsked,
    [callbackType.mipImprovingSolution](event) {
      const values = event.data.mip_solution;
      if (!values) return;
      report({
        kind: 'better',
        objective: event.data.objective_function_value ?? null,
        byName: named(names, values),
      });
    },
    [callbackType.mipLogging](event) {
      report({ kind: 'bound', bound: finite(event.data.mip_dual_bound) });
    },
  });
}

function answerOf(highs: Highs, model: Model, names: readonly string[]): HighsAnswer {
  const { modelStatus, solutionStatus } = highs.constants;
  const status = model.getModelStatus();
  const isMip = Number(model.info.get('mip_node_count')) >= 0;
  const hasValues = model.info.get('primal_solution_status') === solutionStatus.feasible;
  const optimal = status === modelStatus.optimal || status === modelStatus.empty;
  const { colValue, rowDual } = model.getSolution();
  const objective = hasValues ? model.getObjectiveValue() : null;
  return {
    kind: 'done',
    status: optimal ? 'optimal' : status === modelStatus.infeasible ? 'infeasible' : 'stopped',
    objective,
    bound: isMip ? finite(Number(model.info.get('mip_dual_bound'))) : optimal ? objective : null,
    values: hasValues ? colValue : null,
    byName: hasValues ? named(names, colValue) : {},
    duals: optimal && !isMip ? dualsOf(model, rowDual) : {},
  };
}

function named(names: readonly string[], values: Float64Array): Record<string, number> {
  const found: Record<string, number> = {};
  for (let column = 0; column < names.length; column++) {
    const value = values[column] as number;
    if (value !== 0) found[names[column] as string] = value;
  }
  return found;
}

function dualsOf(model: Model, duals: Float64Array): Record<string, number> {
  const found: Record<string, number> = {};
  duals.forEach((dual, row) => {
    if (dual !== 0) found[model.getRowName(row)] = dual;
  });
  return found;
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) && Math.abs(value) < 1e29 ? value : null;
}
