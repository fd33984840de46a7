import { isClosed, type PairStatus, STAGE_TABLE, STAGES, type Stage } from '@/lib/pair/rules/stages';
import type { Period, StepFigures } from '../schema/figures';
import type { LastStep } from './figure';
import {
  conversions,
  losses,
  type Met,
  pairsOf,
  type Standing,
  type StepCounts,
  stepFigures,
} from './stages';

/**
 * Where pairs stand at the end of the period and how they stood at its eve, counted. Null of the eve: the log of these
 * pairs had not begun by then.
 */
export type PeriodStanding = Standing & { eveReached: Stage | null; eveStatus: PairStatus | null };

type Facts = {
  from: string;
  moved: readonly PeriodStanding[];
  met: readonly Met[];
  steps: readonly StepFigures[];
  eve: StepCounts;
};

export function periodFigures({ from, moved, met, steps, eve }: Facts): Period {
  const newlyLost = moved.filter(({ eveStatus }) => eveStatus === null || !isClosed(eveStatus));
  const lostBy = losses(newlyLost);
  const stages = STAGES.map((stage) => ({
    stage,
    entered: pairsOf(moved.filter((one) => isAt(one.reached, stage) && !isAt(one.eveReached, stage))),
    met: met.find((one) => one.stage === stage)?.pairs ?? 0,
    lost: lostBy.filter((loss) => loss.stage === stage).reduce((sum, { count }) => sum + count, 0),
  }));
  return {
    ...{ from, stages, lostBy },
    conversions: conversions(stages.map(({ stage, entered }) => ({ stage, reached: entered }))),
    steps: enteredSteps(steps, eve, stages.at(-1)?.entered ?? 0),
  };
}

/** Both steps only ever gain pairs, so those of the period are the difference. */
function enteredSteps(now: readonly StepFigures[], eve: StepCounts, followUp: number): StepFigures[] {
  const pairs = (step: LastStep) => now.find((one) => one.step === step)?.pairs ?? 0;
  const invested = pairs('invested') - eve.invested;
  const followOn = pairs('follow_on') - eve.followOn;
  return stepFigures({ invested, investedReached: invested, followOn }, followUp).steps;
}

function isAt(reached: Stage | null, stage: Stage): boolean {
  return reached !== null && STAGE_TABLE[reached].order >= STAGE_TABLE[stage].order;
}
