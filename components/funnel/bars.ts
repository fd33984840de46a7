import { useTranslations } from 'next-intl';
import type { FigureName, LastStep } from '@/lib/funnel/rules/figure';
import type { Funnel, Period } from '@/lib/funnel/schema/figures';
import { STAGES, type Stage } from '@/lib/pair/rules/stages';

/** A place of the picture: a stage, or one of the steps behind the last one. */
export type BarPlace = Stage | LastStep;

export type Into = { from: BarPlace; to: BarPlace; numerator: number; denominator: number };

/** A bar: how many pairs, the figure that opens them, and how many go on to the next bar. */
export type Bar = { place: BarPlace; count: number; figure: FigureName; onward: Into | null };

export function isStage(place: BarPlace): place is Stage {
  return STAGES.some((stage) => stage === place);
}

/** All that ever got there, or with a period those that first got there within it. */
export function barsOf(funnel: Funnel, period: Period | null): Bar[] {
  const { conversions, steps } = period ?? funnel;
  const into: Into[] = [
    ...conversions,
    ...steps.map((step, k) => ({ ...step, from: k === 0 ? 'follow_up' : 'invested', to: step.step }) as Into),
  ];
  const places = [
    ...(period
      ? period.stages.map(({ stage, entered }) => bar(stage, entered, { kind: 'entered', stage }))
      : funnel.stages.map(({ stage, reached }) => bar(stage, reached, { kind: 'reached', stage }))),
    ...steps.map(({ step, pairs }) => bar(step, pairs, { kind: period ? 'new_step' : 'step', step })),
  ];
  return places.map((each) => ({ ...each, onward: into.find(({ from }) => from === each.place) ?? null }));
}

function bar(place: BarPlace, count: number, figure: FigureName) {
  return { place, count, figure };
}

/** What a stage or a last step is called. */
export function usePlaceName(): (place: BarPlace) => string {
  const stage = useTranslations('pair.stage');
  const step = useTranslations('funnel-readings.step');
  return (place) => (isStage(place) ? stage(place) : step(place));
}
