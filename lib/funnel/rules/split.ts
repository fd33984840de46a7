import { LADDER, SUMS, type Sum } from '@/lib/amount/rules';
import { sumByCurrency } from '@/lib/core/money';
import type { RateOn } from '../schema/figures';
import type { FunnelPart, PartSum } from '../schema/many-funnels';
import { inWon, leftOutOf } from './figures';
import type { AmountRow } from './money';
import {
  conversions,
  type Met,
  pairsOf,
  type Standing,
  type StepCounts,
  stageFigures,
  stepFigures,
  totalOf,
} from './stages';

export type PartName = { key: string; name: string; nameEn: string };
type OfPart<Fact> = Fact & { key: string };
/** Live amounts of one part on one rung in one currency. */
type PartAmount = OfPart<Pick<AmountRow, 'rung' | 'money' | 'pairs' | 'leftOut'>>;
export type PartFacts = {
  names: readonly PartName[];
  standings: readonly OfPart<Standing>[];
  met: readonly OfPart<Met>[];
  steps: readonly OfPart<StepCounts>[];
  amounts: readonly PartAmount[];
};

const NO_STEPS: StepCounts = { invested: 0, investedReached: 0, followOn: 0 };

export function partFigures(facts: PartFacts, rates: readonly RateOn[]): FunnelPart[] {
  const [standings, met] = [byPart(facts.standings), byPart(facts.met)];
  const [steps, amounts] = [byPart(facts.steps), byPart(facts.amounts)];
  return facts.names.map(({ key, ...named }) => {
    const stages = stageFigures(standings.get(key) ?? [], met.get(key) ?? []);
    const reachedLast = stages.at(-1)?.reached ?? 0;
    return {
      ...{ key, ...named, stages, pairs: stages[0]?.reached ?? 0 },
      conversions: conversions(stages),
      ...stepFigures(steps.get(key)?.[0] ?? NO_STEPS, reachedLast),
      now: totalOf(stages, 'now'),
      lost: totalOf(stages, 'lost'),
      onHold: totalOf(stages, 'onHold'),
      invested: totalOf(stages, 'invested'),
      sums: SUMS.map((sum) => partSum(sum, amounts.get(key) ?? [], rates)),
    };
  });
}

function partSum(sum: Sum, rows: readonly PartAmount[], rates: readonly RateOn[]): PartSum {
  const all = rows.filter((row) => LADDER[row.rung].sum === sum);
  const own = all.filter((row) => !row.leftOut);
  const { totals, krw, missing } = inWon(sumByCurrency(own.map((row) => row.money)), rates);
  return { sum, totals, krw, missing, pairs: pairsOf(own), leftOut: leftOutOf(all) };
}

function byPart<Fact extends { key: string }>(facts: readonly Fact[]): Map<string, Fact[]> {
  return Map.groupBy(facts, ({ key }) => key);
}
