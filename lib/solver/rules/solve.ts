import type { Instance } from '../schema';
import { compile } from './compile';
import { answerOf } from './search/answer';
import { closeExactly, startPricing } from './search/exact-step';
import type { ExactOptions, Solution, SolveOptions } from './search/options';
import { Search } from './search/search';

/** Moves spent on the weight where the caller names none. */
const ITERATIONS = 2_000_000;
/** Moves before an engine's answer is waited for: what is easy is closed by then. */
const BEFORE_ENGINES = 150_000;

/**
 * A timetable and the proof of how good it is: chooses and places in one go, objectives in their order. Runs to its end
 * without waiting for anybody; `shouldStop` ends it early with the best so far. Throws an `InstanceFault`.
 */
export function solve(instance: Instance, options: SolveOptions = {}): Solution {
  const search = new Search(compile(instance), options);
  search.makeDraft();
  search.closeGap(options.iterations ?? ITERATIONS);
  search.polish();
  return answerOf(search);
}

/**
 * The same with exact engines at hand, which prove at small size what the flow's bound leaves open. The engines may run
 * in threads of their own; this waits for them.
 */
export async function solveExactly(instance: Instance, options: ExactOptions): Promise<Solution> {
  const search = new Search(compile(instance), options);
  const { iterations = ITERATIONS, secondsLeft = () => 10 } = options;
  search.makeDraft();
  const pricing = startPricing(search, options.engines, secondsLeft());
  search.closeGap(Math.min(iterations, BEFORE_ENGINES));
  await closeExactly(search, options.engines, secondsLeft, pricing);
  search.closeGap(iterations - BEFORE_ENGINES);
  search.polish();
  return answerOf(search);
}
