import { checkB2b } from '@/lib/solver/rules/b2b/check';
import type { B2bProblem } from '@/lib/solver/rules/b2b/problem';

/** Fewest breaks by trying every slot for every meeting, null when there is no plan: for a handful of meetings only. */
export function tryAll(problem: B2bProblem, fairness: number): number | null {
  let fewest: number | null = null;
  const slots: number[] = [];
  const place = () => {
    if (slots.length === problem.meetings.length) {
      const { faults, breaks } = checkB2b(problem, slots, fairness);
      if (faults.length === 0 && (fewest === null || breaks < fewest)) fewest = breaks;
      return;
    }
    for (let slot = 0; slot < problem.slots; slot++) {
      slots.push(slot);
      place();
      slots.pop();
    }
  };
  place();
  return fewest;
}
