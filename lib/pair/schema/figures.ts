import { z } from 'zod';
import {
  countShape,
  currencyShape,
  digitsShape,
  idShape,
  namedShape,
  namedTwiceShape,
} from '@/lib/core/shapes';
import { FACET_KEYS } from '../rules/filter';
import { LIVE_RUNGS } from '../rules/item';
import { MEETING_STAGES } from '../rules/stages';
import { pairStartup } from '../schema';

const sum = {
  rung: z.enum(LIVE_RUNGS),
  currency: currencyShape,
  /** Digits of minor units. */
  minor: digitsShape,
  pairs: countShape,
};

/** Money at one rung in one currency, and how many pairs and startups it comes from. */
const rungSum = z.strictObject({ ...sum, startups: countShape });
export type RungSum = z.output<typeof rungSum>;

/** A filtered set of pairs in figures, as of its date. Rungs and currencies are never added up. */
export const pairSummary = z.strictObject({
  /** Pairs the viewer may see at all, and those the filter keeps. */
  all: countShape,
  pairs: countShape,
  startups: countShape,
  investors: countShape,
  /** Of the kept ones: that reached the main session; open in follow-up; with a next step past its date. */
  reachedMain: countShape,
  inFollowUp: countShape,
  overdue: countShape,
  sums: z.array(rungSum),
  /** Talk of closed pairs: in none of the sums. */
  leftOut: z.array(rungSum),
});
export type PairSummary = z.output<typeof pairSummary>;

/** What a reader may filter pairs by, and whom a pair's work can be given to. */
export const pairFacets = z.strictObject({
  startups: z.array(pairStartup),
  investors: z.array(namedShape),
  /** The office's people (`startupId` null) and those of startups, by name. */
  people: z.array(namedTwiceShape.extend({ startupId: idShape.nullable() })),
});
export type PairFacets = z.output<typeof pairFacets>;

const facetCount = z.strictObject({
  key: z.enum(FACET_KEYS),
  /** As the filter writes it; of `amount` a currency, of a mark `1`. */
  value: z.string(),
  pairs: countShape,
});
export type FacetCount = z.output<typeof facetCount>;
/** How many pairs each value of the filter would keep; a value that keeps none is left out. */
export const pairFacetCounts = z.strictObject({ counts: z.array(facetCount) });

/** Money of one party at one rung in one currency; rungs and currencies stay apart. */
const partySum = z.strictObject({ id: idShape, ...sum });
export type PartySum = z.output<typeof partySum>;

/** The whole cohort as a map: `rows[r]` holds one code for each investor. */
export const pairMatrix = z.strictObject({
  startups: z.array(pairStartup),
  investors: z.array(namedShape),
  rows: z.array(z.string()),
  /** Ids of the pairs, row by row, where there are few enough to send; null in a large program. */
  ids: z.array(z.array(idShape.nullable())).nullable(),
  sums: z.array(partySum),
});
export type PairMatrix = z.output<typeof pairMatrix>;

const unscheduledStage = z.strictObject({ stage: z.enum(MEETING_STAGES), pairs: countShape });
export type Unscheduled = z.output<typeof unscheduledStage>;
/** How many open pairs of each stage have no meeting of it. */
export const unscheduledStages = z.strictObject({ stages: z.array(unscheduledStage) });
