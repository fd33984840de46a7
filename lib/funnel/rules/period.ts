import { isClosed, type PairStatus, STAGE_TABLE, STAGES, type Stage } from '@/lib/pair/rules/stages';
import type { Conversion, Loss, StepFigures } from '../schema/figures';
import type { LastStep } from './figure';
import { conversions, losses, type Met, type Standing } from './stages';
import type { StepCounts } from './steps';

/**
 * Where pairs stand at the end of the period and how they stood at its eve, counted. Null of the eve: the log of these
 * pairs had not begun by then.
 */
export type Moved = Standing & { eveReached: Stage | null; eveStatus: PairStatus | null };

export type PeriodStage = {
  stage: Stage;
  /** Got to this stage or a later one for the first time within the period. */
  entered: number;
  /** Their first held meeting of this stage lies within the period. */
  met: number;
  /** Closed at the end of the period and not at its eve, by their last stage. */
  lost: number;
};

/** What happened from `from` to the end of the funnel's `asOf`, both days included. */
export type Period = {
  from: string;
  stages: PeriodStage[];
  /** entered(k+1) / entered(k): other pairs may stand above than below, so it may exceed 100 %. */
  conversions: Conversion[];
  steps: StepFigures[];
  lostBy: Loss[];
};

type Facts = {
  from: string;
  moved: readonly Moved[];
  met: readonly Met[];
  steps: readonly StepFigures[];
  eve: StepCounts;
};

export function periodFigures({ from, moved, met, steps, eve }: Facts): Period {
  const newlyLost = moved.filter(({ eveStatus }) => eveStatus === null || !isClosed(eveStatus));
  const lostBy = losses(newlyLost);
  const stages = STAGES.map((stage) => ({
    stage,
    entered: total(moved.filter((one) => isAt(one.reached, stage) && !isAt(one.eveReached, stage))),
    met: met.find((one) => one.stage === stage)?.pairs ?? 0,
    lost: lostBy.filter((loss) => loss.stage === stage).reduce((sum, { count }) => sum + count, 0),
  }));
  return {
    from,
    stages,
    conversions: enteredConversions(stages),
    steps: enteredSteps(stages, steps, eve),
    lostBy,
  };
}

function enteredConversions(stages: readonly PeriodStage[]): Conversion[] {
  return conversions(stages.map(({ stage, entered }) => ({ stage, reached: entered })));
}

/** Both steps only ever gain pairs, so those of the period are the difference. */
function enteredSteps(
  stages: readonly PeriodStage[],
  now: readonly StepFigures[],
  eve: StepCounts,
): StepFigures[] {
  const pairs = (step: LastStep) => now.find((one) => one.step === step)?.pairs ?? 0;
  const invested = pairs('invested') - eve.invested;
  const followOn = pairs('follow_on') - eve.followOn;
  const followUp = stages.at(-1)?.entered ?? 0;
  return [
    { step: 'invested', pairs: invested, numerator: invested, denominator: followUp },
    { step: 'follow_on', pairs: followOn, numerator: followOn, denominator: invested },
  ];
}

function isAt(reached: Stage | null, stage: Stage): boolean {
  return reached !== null && STAGE_TABLE[reached].order >= STAGE_TABLE[stage].order;
}

function total(moved: readonly Moved[]): number {
  return moved.reduce((sum, { pairs }) => sum + pairs, 0);
}
