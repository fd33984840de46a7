import type { Guide } from '../flow/guide';
import type { Plan } from '../placement/plan';
import type { ShouldStop } from '../ports';
import { belowFrom } from '../random';
import { BestPlan, Waiting } from './best-plan';
import { Breaks } from './breaks';
import { Moves } from './moves';

export type PolishingRun = {
  objective: 'breaks' | 'fairness';
  iterations: number;
  guide: Guide;
  random: () => number;
  shouldStop: ShouldStop;
};

const HOT = 0.9;
const COLD = 0.12;
const SHARE_OF_SWAPS = 0.85;
/** Parties looked at for one with many breaks. */
const DRAWS = 3;

/**
 * Improves what comes after the weight, which stays as it is to the point: fewest breaks, or (breaks frozen as well)
 * meetings spread evenly over the startups. The plan ends at the best found.
 */
export function polish(plan: Plan, run: PolishingRun): void {
  const { compiled } = plan;
  const { random, objective } = run;
  const below = belowFrom(random);
  const moves = new Moves(plan, below);
  const waiting = new Waiting(plan.slotOf, (request) => (run.guide.excess[request] as number) >= 0);
  const breaks = new Breaks(plan);
  const frozenBreaks = breaks.total;
  let squares = squaresOf(plan);
  const costNow = () => (objective === 'breaks' ? breaks.total : squares);
  const best = new BestPlan(plan, -costNow());
  const lowest = objective === 'breaks' ? 0 : lowestSquares(plan);
  let temperature = HOT;

  const partyToMove = () => {
    let chosen = below(compiled.parties);
    for (let draw = 1; draw < DRAWS; draw++) {
      const party = below(compiled.parties);
      if ((breaks.of[party] as number) > (breaks.of[chosen] as number)) chosen = party;
    }
    return chosen;
  };

  for (let done = 0; done < run.iterations && costNow() > lowest; done++) {
    if (done % 64 === 0) {
      if (run.shouldStop()) break;
      temperature = HOT * (COLD / HOT) ** (done / run.iterations);
    }
    const before = plan.gain;
    const cost = costNow();
    const moved =
      waiting.size === 0 || random() < SHARE_OF_SWAPS
        ? moves.swapSlots(partyToMove())
        : moves.insert(waiting.at(below(waiting.size)));
    if (!moved || plan.gain !== before) {
      plan.undoTo(0);
      continue;
    }
    const moreBreaks = breaks.change();
    const squaresNow = objective === 'fairness' ? squaresOf(plan) : squares;
    const change = objective === 'breaks' ? moreBreaks : squaresNow - squares;
    const isTooMany = objective === 'fairness' && breaks.total + moreBreaks > frozenBreaks;
    if (isTooMany || (change > 0 && random() >= Math.exp(-change / temperature))) {
      plan.undoTo(0);
      continue;
    }
    best.beforeChange(-cost, -cost - change);
    for (const request of plan.touched) waiting.note(request, plan.slotOf[request] as number);
    plan.commit();
    breaks.accept();
    squares = squaresNow;
    best.rises(-costNow());
  }
  best.restore();
}

/** The more evenly the meetings lie over the startups, the lower the sum of squares. */
function squaresOf({ compiled, met }: Plan): number {
  let squares = 0;
  for (let startup = 0; startup < compiled.startups; startup++) {
    const meetings = met[startup] as number;
    squares += meetings * meetings;
  }
  return squares;
}

function lowestSquares({ compiled, met }: Plan): number {
  let meetings = 0;
  for (let startup = 0; startup < compiled.startups; startup++) meetings += met[startup] as number;
  const even = Math.floor(meetings / Math.max(1, compiled.startups));
  const left = meetings - even * compiled.startups;
  return left * (even + 1) ** 2 + (compiled.startups - left) * even ** 2;
}
