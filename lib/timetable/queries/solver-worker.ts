import { highsEngine } from '@/lib/platform/exact/highs';
import { type AtWork, inThread } from '@/lib/platform/worker-task';
import { compile } from '@/lib/solver/rules/compile';
import { flowBound } from '@/lib/solver/rules/flow/bound';
import type { WhyNot } from '@/lib/solver/rules/reasons/reason';
import { whyNot } from '@/lib/solver/rules/reasons/why-not';
import type { Repair } from '@/lib/solver/rules/repair/options';
import { repair } from '@/lib/solver/rules/repair/repair';
import { solveExactly } from '@/lib/solver/rules/solve';
import type { Instance, Level, Placed } from '@/lib/solver/schema';

/** What a thread can be given: the run of a draft, or a question that would keep the server from others. */
export type SolverTask =
  | { kind: 'run'; instance: Instance; seed: number }
  | { kind: 'solve'; instance: Instance }
  | { kind: 'repair'; instance: Instance; before: Placed[] }
  | { kind: 'why_not'; instance: Instance; timetable: Placed[]; wish: [startup: number, investor: number] };

type Solved = { meetings: Placed[]; proved: boolean; bound: number };
export type RunAnswer = Solved & {
  levels: Level[];
  placed: number;
  weight: number;
  /** Wishes that could be placed at most, whatever their weight. */
  possible: number;
  /** The search was cut off, by its time or by somebody. */
  stopped: boolean;
};
export type SolverAnswers = { run: RunAnswer; solve: Solved; repair: Repair; why_not: WhyNot | null };
export type RunReport = { step: string; placed: number; weight: number; bound: number; possible: number };

/* A thread of the server: reads no database and no clock but its limit, so that it can be ended at any moment. */
export default inThread<SolverTask, RunReport, SolverAnswers[SolverTask['kind']]>(async (task, at) => {
  if (task.kind === 'why_not') return whyNot(task.instance, task.timetable, task.wish);
  const engine = highsEngine();
  try {
    if (task.kind === 'repair') {
      const { shouldStop, secondsLeft } = at;
      const { solveMip } = engine;
      return await repair(task.instance, task.before, { shouldStop, engine: { solveMip, secondsLeft } });
    }
    return task.kind === 'run'
      ? await run(task, engine, at)
      : await solveExactly(task.instance, { ...at, engines: engine }).then(solvedOf);
  } finally {
    await engine.close();
  }
});

async function run(
  { instance, seed }: Extract<SolverTask, { kind: 'run' }>,
  engines: ReturnType<typeof highsEngine>,
  { secondsLeft, shouldStop, report }: AtWork<RunReport>,
): Promise<RunAnswer> {
  const possible = mostPlaced(instance);
  const solution = await solveExactly(instance, {
    ...{ seed, engines, secondsLeft, shouldStop },
    onProgress: (progress) => report({ ...progress, possible }),
  });
  const { levels, placed, weight } = solution;
  return { ...solvedOf(solution), levels, placed, weight, possible, stopped: shouldStop() };
}

function solvedOf({ meetings, proved, bound }: Solved): Solved {
  return { meetings, proved, bound };
}

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
