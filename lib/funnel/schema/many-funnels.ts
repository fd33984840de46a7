import { z } from 'zod';
import { countShape, currencyShape, digitsShape, twoNamesShape } from '@/lib/core/shapes';
import { stageField } from '@/lib/pair/schema';
import { LAST_STEPS } from '../rules/figure';
import { SPLITS } from '../schema';
import { clocksShape, funnelShape, sumShape } from './figures';

const keptSum = funnelShape.shape.sums.element.omit({ rungs: true, concentration: true, closed: true });
export type KeptSum = z.output<typeof keptSum>;

/** What is told of a program among many: its funnel without the startups behind each sum. */
const keptFunnel = funnelShape
  .omit({ beside: true, lostBy: true, amounts: true })
  .extend({ sums: z.array(keptSum) });
export type KeptFunnel = z.output<typeof keptFunnel>;

/** The same figures over several programs: pairs of different programs are different pairs, so counts add up. */
const funnelTotals = keptFunnel.omit({ asOf: true, knownOn: true, timeZone: true }).extend({
  /** Each question answered apart. `krw` is null where a program lacks a rate; each program converts at its own. */
  sums: z.array(keptSum.omit({ missing: true, rates: true }).required({ leftOut: true })),
});
export type FunnelTotals = z.output<typeof funnelTotals>;

const programName = twoNamesShape.extend({ slug: z.string() });
export const funnelsOfPrograms = z.strictObject({
  items: z.array(keptFunnel.extend({ program: programName })),
  totals: funnelTotals,
});
export type Funnels = z.output<typeof funnelsOfPrograms>;

/** Of one sum what belongs to a part. */
const partSum = keptSum.omit({ rates: true, startups: true });
export type PartSum = z.output<typeof partSum>;

/** The funnel of the pairs of one startup, investor, sector or owner. */
const funnelPart = funnelShape
  .pick({ stages: true, conversions: true, steps: true, beside: true, onHold: true, invested: true })
  .extend({
    /** The party's or owner's id, the sector's key; `none` for pairs without an owner. */
    key: z.string(),
    name: z.string(),
    nameEn: z.string(),
    /** Pairs whose log had begun by the day. */
    pairs: countShape,
    now: countShape,
    lost: countShape,
    sums: z.array(partSum),
  });
export type FunnelPart = z.output<typeof funnelPart>;

/** A pair is in exactly one part, so counts add up to the whole; names, sectors and owners are those of today. */
export const funnelSplit = z.strictObject({
  ...clocksShape,
  by: z.enum(SPLITS),
  parts: z.array(funnelPart),
  whole: funnelShape,
});
export type FunnelSplit = z.output<typeof funnelSplit>;

/** One number of both sides; `difference` is the second less the first. */
const both = z.strictObject({ first: countShape, second: countShape, difference: z.int() });
export type Both = z.output<typeof both>;

const conversionOf = z.strictObject({ numerator: countShape, denominator: countShape });
export type ConversionOf = z.output<typeof conversionOf>;
const bothConversions = z.strictObject({
  first: conversionOf,
  second: conversionOf,
  /** The difference in tenths of a percentage point, exact and rounded once; null where a side has no pairs. */
  tenths: z.int().nullable(),
});
export type BothConversions = z.output<typeof bothConversions>;

/** Whole minor units as digits, with a minus where the second side is less. */
const differenceShape = z.string().regex(/^-?\d+$/);
const comparedTotal = z.strictObject({
  currency: currencyShape,
  first: digitsShape,
  second: digitsShape,
  difference: differenceShape,
});
export type ComparedTotal = z.output<typeof comparedTotal>;
/** One a currency that either side has; without an entry there, nothing. */
const comparedTotals = z.array(comparedTotal);

const comparedSum = z.strictObject({
  sum: sumShape,
  pairs: both,
  startups: both,
  totals: comparedTotals,
  /** Null where a side has no total in won, or the two were converted at different rates. */
  krwDifference: differenceShape.nullable(),
  /** Talk of closed pairs, in neither total. */
  leftOut: z.strictObject({ pairs: both, totals: comparedTotals }),
});
export type ComparedSum = z.output<typeof comparedSum>;

const funnelComparison = z.strictObject({
  stages: z.array(z.strictObject({ stage: stageField, reached: both, met: both, now: both, lost: both })),
  conversions: z.array(bothConversions.extend({ from: stageField, to: stageField })),
  steps: z.array(bothConversions.extend({ step: z.enum(LAST_STEPS), pairs: both })),
  onHold: both,
  invested: both,
  sums: z.array(comparedSum),
});
export type FunnelComparison = z.output<typeof funnelComparison>;

export const comparedFunnels = z.strictObject({
  first: funnelShape,
  second: funnelShape,
  difference: funnelComparison,
});
