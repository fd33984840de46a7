import type { StepFigures } from '../schema/figures';

/** How far pairs got behind the last stage, counted in pairs. */
export type StepCounts = {
  /** With money paid in, or set to invested, by the day. */
  invested: number;
  /** Of `invested`: those that also reached follow-up. */
  investedReached: number;
  /** With a follow-on paid by the day; each of them is in `invested` too. */
  followOn: number;
};

/**
 * The last steps of a cohort. Into `invested` only those count that come from follow-up; `beside` says how many are
 * invested without having reached it.
 */
export function stepFigures(
  { invested, investedReached, followOn }: StepCounts,
  followUp: number,
): { steps: StepFigures[]; beside: number } {
  return {
    steps: [
      { step: 'invested', pairs: invested, numerator: investedReached, denominator: followUp },
      { step: 'follow_on', pairs: followOn, numerator: followOn, denominator: invested },
    ],
    beside: invested - investedReached,
  };
}
