import type { MessagePort } from 'node:worker_threads';
import loadHighs from 'highs';

/* Runs HiGHS, which blocks its thread. Node strips the types itself: only erasable TypeScript and packages in here. */

/** `start` is a solution to begin with (names left out: 0); `stop` turns non-zero when nobody waits any more. */
export type HighsTask = {
  lp: string;
  seconds: number;
  start?: Record<string, number>;
  stop: SharedArrayBuffer;
};

/** What the engine found; `objective` and `bound` as the model counts them, `values` in the order of the columns. */
export type HighsAnswer = {
  status: 'optimal' | 'infeasible' | 'stopped';
  objective: number | null;
  bound: number | null;
  values: Float64Array | null;
  /** Non-zero columns only. */
  byName: Record<string, number>;
  /** Non-zero row prices of a linear program solved to the end; empty for whole-number programs. */
  duals: Record<string, number>;
};

/** A better solution, or a tighter bound. */
export type HighsReport = Pick<HighsAnswer, 'objective' | 'byName'> | { bound: number };

type Task = HighsTask & { port: MessagePort };

const loaded = loadHighs();

export default async function solveModel(task: Task): Promise<HighsAnswer> {
  const highs = await loaded;
  return highs.withModel({ format: 'lp', data: task.lp }, (model) => solve(highs, model, task));
}

type Highs = Awaited<ReturnType<typeof loadHighs>>;
type Model = ReturnType<Highs['createModel']>;

function solve(highs: Highs, model: Model, task: Task): HighsAnswer {
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

function run(highs: Highs, model: Model, task: Task, names: readonly string[]): void {
  const report = (message: HighsReport) => task.port.postMessage(message);
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
        objective: event.data.objective_function_value ?? null,
        byName: named(names, values),
      });
    },
    [callbackType.mipLogging](event) {
      const bound = finite(event.data.mip_dual_bound);
      if (bound !== null) report({ bound });
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
