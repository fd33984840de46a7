import { z } from 'zod';
import { SUMS } from '@/lib/amount/rules';
import { countShape, currencyShape, dayTextShape, digitsShape, namedTwiceShape } from '@/lib/core/shapes';
import { LIVE_RUNGS } from '@/lib/pair/rules/item';
import { REASON_CODES } from '@/lib/pair/rules/stages';
import { stageField, statusField } from '@/lib/pair/schema';
import { LAST_STEPS } from '../rules/figure';

export type WireMinor = z.output<typeof digitsShape>;
export const totalShape = z.strictObject({ currency: currencyShape, minor: digitsShape });
export type WireTotal = z.output<typeof totalShape>;

/** 1 `base` = `rate` KRW on a day, from the program's rate table. */
export const rateOn = z.strictObject({
  base: currencyShape,
  rate: z.string(),
  on: dayTextShape,
  source: z.string(),
});
export type RateOn = z.output<typeof rateOn>;

/** Talk of pairs that are passed or withdrawn: told beside a sum, never in it. One total a currency. */
const leftOut = z.strictObject({ pairs: countShape, totals: z.array(totalShape) });
export type LeftOut = z.output<typeof leftOut>;

/** In won. `rateDate`: the day of the rate used (the oldest of several); null when all of it is won anyway. */
const krw = z.strictObject({ minor: digitsShape, rateDate: dayTextShape.nullable() });
export type WireKrw = z.output<typeof krw>;

const figures = {
  /** One per currency, by its code; never added across. */
  totals: z.array(totalShape),
  /** Null where the rate table lacks a currency, which `missing` names. */
  krw: krw.nullable(),
  missing: z.array(currencyShape),
  rates: z.array(rateOn),
  pairs: countShape,
  startups: countShape,
  /** Of `pairs`: those that are passed or withdrawn. What was signed or paid is a fact and stays. */
  closed: countShape,
  /** Missing in figures that were published before talk ended with the pair. */
  leftOut: leftOut.optional(),
};
const rungFigures = z.strictObject({ rung: z.enum(LIVE_RUNGS), ...figures });
export type RungFigures = z.output<typeof rungFigures>;

/** What one startup holds of a sum; `minor` in won, null where a rate is missing. */
const share = z.strictObject({
  startup: namedTwiceShape,
  minor: digitsShape.nullable(),
  totals: z.array(totalShape),
  pairs: countShape,
});
export type WireShare = z.output<typeof share>;

export const sumShape = z.enum(SUMS);
const sumFigures = z.strictObject({
  sum: sumShape,
  rungs: z.array(z.enum(LIVE_RUNGS)),
  concentration: z.array(share),
  ...figures,
});
export type SumFigures = z.output<typeof sumFigures>;

const stageFigures = z.strictObject({
  stage: stageField,
  /** Ever got to this stage or a later one; skipped stages count, closed pairs stay in. */
  reached: countShape,
  /** With a held meeting of this stage. */
  met: countShape,
  /** Open pairs that stand here. */
  now: countShape,
  /** Passed and withdrawn pairs whose last stage is this one. */
  lost: countShape,
  onHold: countShape,
  invested: countShape,
});
export type StageFigures = z.output<typeof stageFigures>;

const fraction = { numerator: countShape, denominator: countShape };
const conversion = z.strictObject({ from: stageField, to: stageField, ...fraction });
export type Conversion = z.output<typeof conversion>;

const stepShape = z.enum(LAST_STEPS);
/** A step with its conversion: of `denominator` pairs `numerator` went on to it. */
const stepFigures = z.strictObject({ step: stepShape, pairs: countShape, ...fraction });
export type StepFigures = z.output<typeof stepFigures>;

const loss = z.strictObject({
  stage: stageField,
  status: statusField,
  reasonCode: z.enum(REASON_CODES).nullable(),
  count: countShape,
});
export type Loss = z.output<typeof loss>;

/** The two clocks of a figure. `knownOn` is null where it counts all that is known now. */
export const clocksShape = {
  asOf: dayTextShape,
  knownOn: dayTextShape.nullable(),
  /** IANA name: the zone that `asOf` and `knownOn` are days of. */
  timeZone: z.string(),
};

/** A funnel as of a day. */
export const funnelShape = z.strictObject({
  ...clocksShape,
  stages: z.array(stageFigures),
  conversions: z.array(conversion),
  /** Behind the last stage: invested, then follow-on. */
  steps: z.array(stepFigures),
  /** Of the invested step: pairs that never reached the last stage; not in the conversion into it. */
  beside: countShape,
  lostBy: z.array(loss),
  onHold: countShape,
  invested: countShape,
  amounts: z.array(rungFigures),
  /** The questions of the trade, each answered apart; never added together. */
  sums: z.array(sumFigures),
  /** Startups of the pairs counted: the 15 of "5 of 15 startups". */
  startups: countShape,
});
export type Funnel = z.output<typeof funnelShape>;

const periodStage = z.strictObject({
  stage: stageField,
  /** Got to this stage or a later one for the first time within the period. */
  entered: countShape,
  /** Their first held meeting of this stage lies within the period. */
  met: countShape,
  /** Closed at the end of the period and not at its eve, by their last stage. */
  lost: countShape,
});
export type PeriodStage = z.output<typeof periodStage>;

/** What happened from `from` to the end of the funnel's `asOf`, both days included. */
const period = z.strictObject({
  from: dayTextShape,
  stages: z.array(periodStage),
  /** entered(k+1) / entered(k): other pairs may stand above than below, so it may exceed 100 %. */
  conversions: z.array(conversion),
  steps: z.array(stepFigures),
  lostBy: z.array(loss),
});
export type Period = z.output<typeof period>;

export const funnelOfPeriod = funnelShape.extend({ period: period.nullable() });
