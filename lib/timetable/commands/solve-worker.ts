import { highsEngine } from '@/lib/platform/exact/highs';
import { inThread } from '@/lib/platform/worker-task';
import { compile } from '@/lib/solver/rules/compile';
import { flowBound } from '@/lib/solver/rules/flow/bound';
import { solveExactly } from '@/lib/solver/rules/solve';
import type { Instance, Level, Placed } from '@/lib/solver/schema';

export type SolveTask = { instance: Instance; seed: number };
export type SolveReport = { step: string; placed: number; weight: number; bound: number; possible: number };
export type SolveAnswer = {
  levels: Level[];
  placed: number;
  weight: number;
  bound: number;
  proved: boolean;
  meetings: Placed[];
  /** Wishes that could be placed at most, whatever their weight. */
  possible: number;
  /** The search was cut off, by its time or by somebody. */
  stopped: boolean;
};

/* A thread of the server: reads no database and no clock but its limit, so that it can be ended at any moment. */
export default inThread<SolveTask, SolveReport, SolveAnswer>(async ({ instance, seed }, at) => {
  const possible = mostPlaced(instance);
  const engine = highsEngine();
  try {
    const solution = await solveExactly(instance, {
      seed,
      engines: engine,
      secondsLeft: at.secondsLeft,
      shouldStop: at.shouldStop,
      onProgress: (progress) => at.report({ ...progress, possible }),
    });
    const { levels, placed, weight, bound, proved, meetings } = solution;
    return { levels, placed, weight, bound, proved, meetings, possible, stopped: at.shouldStop() };
  } finally {
    await engine.close();
  }
});

/** The flow's bound with every wish worth the same. */
function mostPlaced(instance: Instance): number {
  const requests = instance.requests.map(([startup, investor]): [number, number, number] => [
    startup,
    investor,
    1,
  ]);
  const bound = flowBound(compile({ ...instance, requests }), { must: 0, floor: 0, weight: 1 });
  return bound?.total ?? requests.length;
}
