import {
  isClosed,
  type PairStatus,
  type ReasonCode,
  STAGE_TABLE,
  STAGES,
  type Stage,
} from '@/lib/pair/rules/stages';
import type { Conversion, Loss, StageFigures, StepFigures } from '../schema/figures';

/** How many pairs stand at one place of the funnel: their last stage, the furthest they reached, their status. */
export type Standing = {
  stage: Stage;
  reached: Stage;
  status: PairStatus;
  reasonCode: ReasonCode | null;
  pairs: number;
};
export type Met = { stage: Stage; pairs: number };

export function pairsOf(counted: readonly { pairs: number }[]): number {
  return counted.reduce((sum, { pairs }) => sum + pairs, 0);
}

/** The funnel arithmetic of the domain, stage by stage, in order. */
export function stageFigures(standings: readonly Standing[], met: readonly Met[]): StageFigures[] {
  return STAGES.map((stage) => {
    const here = standings.filter((standing) => standing.stage === stage);
    const withStatus = (status: PairStatus) => pairsOf(here.filter((standing) => standing.status === status));
    return {
      stage,
      reached: pairsOf(
        standings.filter(({ reached }) => STAGE_TABLE[reached].order >= STAGE_TABLE[stage].order),
      ),
      met: met.find((one) => one.stage === stage)?.pairs ?? 0,
      now: withStatus('open'),
      lost: pairsOf(here.filter(({ status }) => isClosed(status))),
      onHold: withStatus('on_hold'),
      invested: withStatus('invested'),
    };
  });
}

/** Over all stages: every pair stands in exactly one place. */
export function totalOf(
  stages: readonly StageFigures[],
  figure: 'now' | 'lost' | 'onHold' | 'invested',
): number {
  return stages.reduce((sum, stage) => sum + stage[figure], 0);
}

/** reached(k+1) / reached(k), as its two numbers: a percentage exists only where the second one is not 0. */
export function conversions(stages: readonly Pick<StageFigures, 'stage' | 'reached'>[]): Conversion[] {
  return stages.slice(1).map((to, index) => {
    const from = stages[index] as Pick<StageFigures, 'stage' | 'reached'>;
    return { from: from.stage, to: to.stage, numerator: to.reached, denominator: from.reached };
  });
}

/** Where pairs were lost and why: by stage, then status, the most frequent reason first. */
export function losses(standings: readonly Standing[]): Loss[] {
  const counts = new Map<string, Loss>();
  for (const { stage, status, reasonCode, pairs } of standings) {
    if (!isClosed(status)) continue;
    const key = `${STAGE_TABLE[stage].order} ${status} ${reasonCode ?? '~'}`;
    counts.set(key, { stage, status, reasonCode, count: (counts.get(key)?.count ?? 0) + pairs });
  }
  const place = ([key, { stage, status, count }]: [string, Loss]) =>
    `${STAGE_TABLE[stage].order} ${status} ${String(1e9 - count).padStart(10, '0')} ${key}`;
  return [...counts].sort((a, b) => (place(a) < place(b) ? -1 : 1)).map(([, loss]) => loss);
}

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
