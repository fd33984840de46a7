import { type Guide, lureOf } from '../flow/guide';
import type { Plan } from '../placement/plan';
import type { ShouldStop } from '../ports';
import { belowFrom } from '../random';
import { BestPlan, Waiting } from './best-plan';
import { Moves } from './moves';

export type AnnealingRun = {
  /** Moves tried at most, and in one round, which cools down once. */
  iterations: number;
  iterationsPerRound: number;
  /** Ends as soon as the plan gains this much. */
  target: number;
  guide: Guide;
  /** Requests whose excess lies further below 0 than this stay out. */
  slack: number;
  random: () => number;
  shouldStop: ShouldStop;
  onImproved?: () => void;
};

/** Temperatures for weights from 1 to 5. A large draft is nearly best: heated further, it never finds back. */
const HOT_SMALL = 0.4;
const HOT_LARGE = 0.18;
const COLD = 0.1;
const LARGE = 1000;
const SHARE_OF_SWAPS = 0.2;
/** Waiting requests looked at for one that promises most. */
const DRAWS = 25;

/**
 * Closes the gap between the draft and the bound: requests push their way in, those ejected look for another place, and
 * alternating paths shuffle what costs nothing. Temperatures fall with the number of moves, never with time. The plan
 * ends at the best found; answers with the moves used.
 */
export function anneal(plan: Plan, run: AnnealingRun): number {
  const { compiled } = plan;
  const { guide, random, iterationsPerRound } = run;
  const below = belowFrom(random);
  const moves = new Moves(plan, below);
  const waiting = new Waiting(plan.slotOf, (request) => (guide.excess[request] as number) >= -run.slack);
  const best = new BestPlan(plan, plan.gain);
  const point = pointOf(compiled.weight);
  const hot = plan.placed < LARGE ? HOT_SMALL : HOT_LARGE;
  let temperature = COLD * point;
  let done = 0;

  const mostTempting = () => {
    let chosen = waiting.at(below(waiting.size));
    let most = lureOf(compiled, guide, plan.met, chosen);
    for (let draw = 1; draw < DRAWS; draw++) {
      const request = waiting.at(below(waiting.size));
      const lure = lureOf(compiled, guide, plan.met, request);
      if (lure <= most) continue;
      most = lure;
      chosen = request;
    }
    return chosen;
  };

  for (; done < run.iterations && best.value < run.target && waiting.size > 0; done++) {
    if (done % 64 === 0) {
      if (run.shouldStop()) break;
      temperature = point * temperatureAt(done / iterationsPerRound, hot);
    }
    const before = plan.gain;
    const moved =
      random() < SHARE_OF_SWAPS ? moves.swapSlots(below(compiled.parties)) : moves.insert(mostTempting());
    const change = plan.gain - before;
    if (!moved || (change < 0 && random() >= Math.exp(change / temperature))) {
      plan.undoTo(0);
      continue;
    }
    best.beforeChange(before, plan.gain);
    for (const request of plan.touched) waiting.note(request, plan.slotOf[request] as number);
    plan.commit();
    if (best.rises(plan.gain)) run.onImproved?.();
  }
  best.restore();
  return done;
}

/** The first fifth of a round stays cold, to take what is near before anything is risked. */
function temperatureAt(rounds: number, hot: number): number {
  if (rounds < 0.2) return COLD;
  const share = (rounds - 0.2) % 1;
  return hot * (COLD / hot) ** share;
}

/** A fifth of the heaviest wish: how much two wishes usually differ. */
function pointOf(weight: Int32Array): number {
  return weight.reduce((most, each) => Math.max(most, each), 1) / 5;
}
