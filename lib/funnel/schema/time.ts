import { z } from 'zod';
import { countShape, dayShape, dayTextShape } from '@/lib/core/shapes';
import { pairItem, stageField } from '@/lib/pair/schema';
import { MOST_AGEING } from '../schema';
import { clocksShape, funnelShape, rateOn } from './figures';

/** A length in calendar days at which stays ended or were last seen going on, and what of all stays lasts longer by the estimate. */
const survivalStep = z.strictObject({
  days: countShape,
  /** How many stays ended with it, and how many had lasted so long and went on. */
  left: countShape,
  open: countShape,
  /** Stays that had lasted so long: those that ended with it and those still going on are among them. */
  atRisk: countShape,
  /** The estimate after this length as two whole numbers for a percentage, rounded to a hundredth of it, halves up. */
  staying: z.strictObject({ numerator: countShape, denominator: countShape }),
});
export type SurvivalStep = z.output<typeof survivalStep>;

const timeInStage = z.strictObject({
  stage: stageField,
  /** Stays, each from an entry to its exit; a pair that comes back stays once more. */
  stays: countShape,
  /** Of them, those still going on: censored, not dropped. */
  open: countShape,
  /** Kaplan-Meier estimates in days; null while too few have left to tell. */
  lowerQuartileDays: countShape.nullable(),
  medianDays: countShape.nullable(),
  upperQuartileDays: countShape.nullable(),
  /** The estimate itself, by length; before the first one all of them are there. */
  curve: z.array(survivalStep),
});
export type TimeInStage = z.output<typeof timeInStage>;

export const timesInStages = z.strictObject({ ...clocksShape, stages: z.array(timeInStage) });
export type TimesInStages = z.output<typeof timesInStages>;

/** Money at the end of a day; `krw` by the rates in force on that day. */
const seriesSum = funnelShape.shape.sums.element
  .omit({ rungs: true, concentration: true, rates: true, closed: true })
  .required({ leftOut: true });
export type SeriesSum = z.output<typeof seriesSum>;
const seriesRung = funnelShape.shape.amounts.element
  .omit({ rates: true, closed: true })
  .required({ leftOut: true });

const seriesPoint = z.strictObject({
  /** From the end of this day on, until the next point. */
  day: dayTextShape,
  reached: z.array(z.strictObject({ stage: stageField, pairs: countShape })),
  /** Only rungs that pairs stand on. */
  rungs: z.array(seriesRung),
  /** The questions of the trade, each answered apart; never added together. */
  sums: z.array(seriesSum),
});
export type SeriesPoint = z.output<typeof seriesPoint>;

export const funnelSeries = z.strictObject({
  ...clocksShape,
  /** In time order; each holds until the next one, the last one until `asOf`. */
  points: z.array(seriesPoint),
  /** The rates by day that totals in won were made with; none where all of it is won. */
  rates: z.array(rateOn),
});
export type FunnelSeries = z.output<typeof funnelSeries>;

export const funnelDays = z.strictObject({
  ...clocksShape,
  /** In time order, without repeats. */
  days: z.array(dayShape),
});

/** How many days a pair should stand in a stage at most, by the program's settings. */
const targetDays = countShape;

/** A pair that stands in its stage beyond the target. Days are calendar days of the program's home zone. */
const ageingPair = pairItem.extend({ since: dayShape, days: countShape, targetDays });
export type AgeingPair = z.output<typeof ageingPair>;

export const ageingPairs = z.strictObject({
  ...clocksShape,
  /** Stages with a target, in order; `pairs` stand there for longer. */
  stages: z.array(z.strictObject({ stage: stageField, targetDays, pairs: countShape })),
  /** Those furthest beyond their target first, `limit` of them. */
  items: z.array(ageingPair).max(MOST_AGEING),
  total: countShape,
});
export type Ageing = z.output<typeof ageingPairs>;
