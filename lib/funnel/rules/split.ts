import { LADDER, SUMS, type Sum } from '@/lib/amount/rules';
import { sumByCurrency } from '@/lib/core/money';
import type { SplitBy } from '../schema';
import type {
  Conversion,
  Funnel,
  LeftOut,
  RateOn,
  StageFigures,
  StepFigures,
  WireKrw,
  WireTotal,
} from '../schema/figures';
import { leftOutOf, wire, wireTotal } from './figures';
import { type AmountRow, inKrw } from './money';
import { conversions, type Met, type Standing, stageFigures } from './stages';
import { type StepCounts, stepFigures } from './steps';

/** Of one sum what belongs to a part. */
export type PartSum = {
  sum: Sum;
  totals: WireTotal[];
  krw: WireKrw | null;
  missing: string[];
  pairs: number;
  leftOut?: LeftOut;
};

/** The funnel of the pairs of one startup, investor, sector or owner. */
export type FunnelPart = {
  /** The party's or owner's id, the sector's key; `none` for pairs without an owner. */
  key: string;
  name: string;
  nameEn: string;
  /** Pairs whose log had begun by the day. */
  pairs: number;
  stages: StageFigures[];
  conversions: Conversion[];
  steps: StepFigures[];
  beside: number;
  now: number;
  lost: number;
  onHold: number;
  invested: number;
  sums: PartSum[];
};

/** A pair is in exactly one part, so counts add up to the whole; names, sectors and owners are those of today. */
export type FunnelSplit = Pick<Funnel, 'asOf' | 'knownOn' | 'timeZone'> & {
  by: SplitBy;
  parts: FunnelPart[];
  whole: Funnel;
};

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
  const [standings, met, steps, amounts] = [
    byPart(facts.standings),
    byPart(facts.met),
    byPart(facts.steps),
    byPart(facts.amounts),
  ];
  return facts.names.map(({ key, ...named }) => {
    const stages = stageFigures(standings.get(key) ?? [], met.get(key) ?? []);
    const reachedLast = stages.at(-1)?.reached ?? 0;
    return {
      ...{ key, ...named, stages, pairs: stages[0]?.reached ?? 0 },
      conversions: conversions(stages),
      ...stepFigures(steps.get(key)?.[0] ?? NO_STEPS, reachedLast),
      now: total(stages, 'now'),
      lost: total(stages, 'lost'),
      onHold: total(stages, 'onHold'),
      invested: total(stages, 'invested'),
      sums: SUMS.map((sum) => partSum(sum, amounts.get(key) ?? [], rates)),
    };
  });
}

function partSum(sum: Sum, rows: readonly PartAmount[], rates: readonly RateOn[]): PartSum {
  const all = rows.filter((row) => LADDER[row.rung].sum === sum);
  const own = all.filter((row) => !row.leftOut);
  const totals = sumByCurrency(own.map((row) => row.money));
  const { krw, missing } = inKrw(totals, rates);
  return {
    ...{ sum, missing },
    totals: totals.map(wireTotal),
    krw: krw && { minor: wire(krw.money), rateDate: krw.rateDate },
    pairs: own.reduce((pairs, row) => pairs + row.pairs, 0),
    leftOut: leftOutOf(all),
  };
}

function byPart<Fact extends { key: string }>(facts: readonly Fact[]): Map<string, Fact[]> {
  return Map.groupBy(facts, ({ key }) => key);
}

/** Every pair stands in exactly one place. */
function total(stages: readonly StageFigures[], figure: 'now' | 'lost' | 'onHold' | 'invested'): number {
  return stages.reduce((sum, stage) => sum + stage[figure], 0);
}
