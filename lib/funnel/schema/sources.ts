import { z } from 'zod';
import { SOURCES } from '@/lib/amount/rules';
import { MEANS } from '@/lib/core/scope';
import {
  countShape,
  currencyShape,
  dayTextShape,
  idShape,
  instantShape,
  minorShape,
  namedShape,
  namedTwiceShape,
  nextCursorShape,
} from '@/lib/core/shapes';
import { LIVE_RUNGS } from '@/lib/pair/rules/item';
import { REASON_CODES } from '@/lib/pair/rules/stages';
import { meetingStageField, stageField, statusField } from '@/lib/pair/schema';
import { clocksShape, sumShape, totalShape } from './figures';

const sourceShape = z.enum(SOURCES);

/**
 * Of the pairs of a sum, those the startup claims, the investor confirms, the office entered, and with evidence
 * attached. They overlap and may differ: each is counted apart and never added to another.
 */
const claimsOfSum = z.strictObject({
  sum: sumShape,
  /** Who stands behind a sum: pairs and totals by one source. */
  claims: z.array(z.strictObject({ said: sourceShape, pairs: countShape, totals: z.array(totalShape) })),
});
export type ClaimsOfSum = z.output<typeof claimsOfSum>;

export const claimsOfSums = z.strictObject({ ...clocksShape, sums: z.array(claimsOfSum) });

/** What the entry that puts a pair into a figure says. */
const why = z.discriminatedUnion('kind', [
  /** The pair was entered here. */
  z.strictObject({ kind: z.literal('opening') }),
  z.strictObject({ kind: z.literal('stage'), from: stageField, to: stageField }),
  z.strictObject({
    kind: z.literal('status'),
    from: statusField,
    to: statusField,
    reasonCode: z.enum(REASON_CODES).nullable(),
  }),
  /** A held meeting. */
  z.strictObject({
    kind: z.literal('meeting'),
    meetingId: idShape,
    stage: meetingStageField,
    startsAt: instantShape,
    endsAt: instantShape,
  }),
  z.strictObject({
    kind: z.literal('amount'),
    rung: z.enum(LIVE_RUNGS),
    source: sourceShape,
    evidence: z.string().nullable(),
  }),
]);
export type Why = z.output<typeof why>;

/** One pair of a figure with the one entry that decides that it is in. */
const figureRow = z.strictObject({
  pair: idShape,
  startup: namedTwiceShape,
  investor: namedShape,
  /** Where the pair stood on the date; null where its log had not begun. */
  stage: stageField.nullable(),
  status: statusField,
  why,
  entry: idShape,
  /** When it happened: an instant, or for an amount a day of the home zone. Exactly one of the two is set. */
  effectiveAt: instantShape.nullable(),
  effectiveOn: dayTextShape.nullable(),
  recordedAt: instantShape,
  by: namedTwiceShape.nullable(),
  means: z.enum(MEANS),
  /** In somebody's own words. */
  reason: z.string().nullable(),
  /** Whole minor units; null where the entry names no money. */
  amount: z.strictObject({ minor: minorShape, currency: currencyShape }).nullable(),
});
export type FigureRow = z.output<typeof figureRow>;

export const figureRows = z.strictObject({
  ...clocksShape,
  /** As `writeFigure` writes it. */
  figure: z.string(),
  /** The first day of the period, where the figure needs one. */
  from: dayTextShape.nullable(),
  rows: z.array(figureRow),
  nextCursor: nextCursorShape,
});
export type FigureRows = z.output<typeof figureRows>;
