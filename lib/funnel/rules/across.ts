import { SUMS, type Sum } from '@/lib/amount/rules';
import { money } from '@/lib/core/money';
import { STAGES } from '@/lib/pair/rules/stages';
import type { Funnel, StageFigures, StepFigures, WireKrw } from '../schema/figures';
import type { FunnelTotals, KeptFunnel, KeptSum } from '../schema/many-funnels';
import { LAST_STEPS, type LastStep } from './figure';
import { addTotals, wire } from './figures';
import { conversions } from './stages';

export function keptOf(funnel: Funnel): KeptFunnel {
  const { asOf, knownOn, timeZone, stages, conversions, steps, onHold, invested, startups } = funnel;
  const sums = funnel.sums.map(({ rungs: _, concentration: _shares, closed: _closed, ...kept }) => kept);
  return { asOf, knownOn, timeZone, stages, conversions, steps, onHold, invested, startups, sums };
}

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
  return {
    sum,
    totals: addTotals(own.flatMap(({ totals }) => totals)),
    krw: krwOf(own),
    leftOut: {
      pairs: add(own, ({ leftOut }) => leftOut?.pairs ?? 0),
      totals: addTotals(own.flatMap(({ leftOut }) => leftOut?.totals ?? [])),
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
