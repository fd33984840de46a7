import { setImmediate } from 'node:timers/promises';
import { solveProgram } from '@/lib/platform/exact/clingo';
import { highsEngine } from '@/lib/platform/exact/highs';
import { checkB2b } from '@/lib/solver/rules/b2b/check';
import type { B2bAnswer, B2bProgress } from '@/lib/solver/rules/b2b/incumbent';
import { solveB2b } from '@/lib/solver/rules/b2b/solve';
import type { B2bRequest } from './request';

/** The line the command ends with; slots count from 1, an empty list without a plan. */
export type B2bLine = Omit<B2bAnswer, 'slots'> & { seconds: number; slots: number[] };

/**
 * Solves within `request.seconds` of the process' start; what comes out has passed the independent check. `signal` ends
 * it early with the best so far.
 */
export async function runB2b(
  request: B2bRequest,
  signal: AbortSignal,
  tell: (sentence: string) => void,
  startedAt = 0,
): Promise<B2bLine> {
  const elapsed = () => (performance.now() - startedAt) / 1000;
  const deadline = AbortSignal.timeout(Math.max(0, Math.round((request.seconds - elapsed()) * 1000)));
  const stopping = AbortSignal.any([signal, deadline]);
  const highs = highsEngine();
  const answer = await solveB2b(request.problem, {
    ...request,
    signal: stopping,
    // Inside a stretch of moves no timer fires: the clock is asked there.
    shouldStop: () => stopping.aborted || elapsed() >= request.seconds,
    pause: () => setImmediate(),
    onProgress: (progress) => tell(`${elapsed().toFixed(1)} s: ${sentence(progress)}`),
    onTrouble: (error) => tell(`An engine failed, the search goes on without it: ${error}`),
    ...(request.annealingOnly ? {} : { solveProgram, solveModel: highs.solveMip }),
  }).finally(highs.close);
  if (answer.slots) confirm(request, answer.slots, answer.breaks);
  const slots = answer.slots?.map((slot) => slot + 1) ?? [];
  return { ...answer, seconds: Math.round(elapsed() * 1000) / 1000, slots };
}

function sentence({ breaks, bound, by }: B2bProgress): string {
  return `${breaks === null ? 'no plan yet' : `${breaks} breaks`}, at least ${bound} (${by})`;
}

function confirm({ problem, fairness }: B2bRequest, slots: number[], breaks: number | null): void {
  const report = checkB2b(problem, slots, fairness);
  if (report.faults.length > 0) throw new Error(`The plan is wrong: ${report.faults[0]}`);
  if (report.breaks !== breaks) throw new Error(`The plan has ${report.breaks} breaks, not ${breaks}.`);
}
