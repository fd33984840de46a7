import { SUMS, type Sum } from '@/lib/amount/rules';
import { money, sumByCurrency } from '@/lib/core/money';
import { STAGES } from '@/lib/pair/rules/stages';
import type {
  Conversion,
  Funnel,
  LeftOut,
  StageFigures,
  StepFigures,
  SumFigures,
  WireKrw,
  WireTotal,
} from '../schema/figures';
import { LAST_STEPS, type LastStep } from './figure';
import { wire, wireTotal } from './figures';
import { conversions } from './stages';

/** What is told of a program among many: its funnel without the startups behind each sum. */
export type KeptFunnel = Pick<
  Funnel,
  'asOf' | 'knownOn' | 'timeZone' | 'stages' | 'conversions' | 'steps' | 'onHold' | 'invested' | 'startups'
> & { sums: KeptSum[] };
export type KeptSum = Pick<
  SumFigures,
  'sum' | 'totals' | 'krw' | 'missing' | 'rates' | 'pairs' | 'startups' | 'leftOut'
>;

export function keptOf(funnel: Funnel): KeptFunnel {
  const { asOf, knownOn, timeZone, stages, onHold, invested, startups } = funnel;
  const sums = funnel.sums.map(({ sum, totals, krw, missing, rates, pairs, startups: held, leftOut }) => ({
    ...{ sum, totals, krw, missing, rates, pairs, leftOut },
    startups: held,
  }));
  return {
    ...{ asOf, knownOn, timeZone, stages, onHold, invested, startups },
    conversions: funnel.conversions,
    steps: funnel.steps,
    sums,
  };
}

/** The same figures over several programs: pairs of different programs are different pairs, so counts add up. */
export type FunnelTotals = {
  stages: StageFigures[];
  conversions: Conversion[];
  steps: StepFigures[];
  onHold: number;
  invested: number;
  startups: number;
  /** Each question answered apart. `krw` is null where a program lacks a rate; each program converts at its own. */
  sums: (Omit<KeptSum, 'missing' | 'rates' | 'leftOut'> & { leftOut: LeftOut })[];
};

const add = <T>(list: readonly T[], of: (one: T) => number) => list.reduce((sum, one) => sum + of(one), 0);

export function totalsOf(funnels: readonly KeptFunnel[]): FunnelTotals {
  const stages = STAGES.map((stage): StageFigures => {
    const own = funnels.flatMap((funnel) => funnel.stages.filter((figures) => figures.stage === stage));
    const of = (key: Exclude<keyof StageFigures, 'stage'>) => add(own, (figures) => figures[key]);
    const held = { onHold: of('onHold'), invested: of('invested') };
    return { stage, reached: of('reached'), met: of('met'), now: of('now'), lost: of('lost'), ...held };
  });
  return {
    stages,
    conversions: conversions(stages),
    steps: LAST_STEPS.map((step) => stepOf(step, funnels)),
    onHold: add(funnels, ({ onHold }) => onHold),
    invested: add(funnels, ({ invested }) => invested),
    startups: add(funnels, ({ startups }) => startups),
    sums: SUMS.map((sum) => totalOf(sum, funnels)),
  };
}

function stepOf(step: LastStep, funnels: readonly KeptFunnel[]): StepFigures {
  const own = funnels.flatMap(({ steps }) => steps.filter((figures) => figures.step === step));
  const of = (key: 'pairs' | 'numerator' | 'denominator') => add(own, (figures) => figures[key]);
  return { step, pairs: of('pairs'), numerator: of('numerator'), denominator: of('denominator') };
}

function totalOf(sum: Sum, funnels: readonly KeptFunnel[]): FunnelTotals['sums'][number] {
  const own = funnels.flatMap(({ sums }) => sums.filter((one) => one.sum === sum));
  const together = (lists: readonly WireTotal[]) =>
    sumByCurrency(lists.map(({ minor, currency }) => money(minor, currency))).map(wireTotal);
  return {
    sum,
    totals: together(own.flatMap(({ totals }) => totals)),
    krw: krwOf(own),
    leftOut: {
      pairs: add(own, ({ leftOut }) => leftOut?.pairs ?? 0),
      totals: together(own.flatMap(({ leftOut }) => leftOut?.totals ?? [])),
    },
    pairs: add(own, ({ pairs }) => pairs),
    startups: add(own, ({ startups }) => startups),
  };
}

function krwOf(own: readonly KeptSum[]): WireKrw | null {
  const parts = own.flatMap(({ krw }) => krw ?? []);
  if (parts.length < own.length) return null;
  const rateDate =
    parts
      .flatMap((krw) => krw.rateDate ?? [])
      .sort()
      .at(0) ?? null;
  const won = parts.reduce((total, { minor }) => total + BigInt(minor), 0n);
  return { minor: wire(money(won, 'KRW')), rateDate };
}
