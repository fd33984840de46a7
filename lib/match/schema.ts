import { z } from 'zod';
import { cursorField, dayField, idField } from '@/lib/core/fields';
import {
  countShape,
  currencyShape,
  dayTextShape,
  digitsShape,
  idShape,
  listShape,
  namedShape,
  pageShape,
} from '@/lib/core/shapes';
import { pairStartup, stageField, statusField } from '@/lib/pair/schema';
import { PARTY_KINDS } from '@/lib/party/rules';
import { WISH_WORDS } from '@/lib/timetable/rules/words';
import { FACTORS, FULL, REASONS } from './rules/factors';
import { readWeights } from './rules/score';

const weight = z.int().min(0).max(100);
const weightsShape = z.strictObject({
  sector: weight,
  round: weight,
  ticket: weight,
  region: weight,
  meetings: weight,
  wishes: weight,
});

/** Weights of a factor, 0 to 100 each and not all 0; `version` 0 where the office has set none yet. */
export const setMatchWeightsInput = z.strictObject({
  weights: weightsShape.refine((weights) => FACTORS.some((factor) => weights[factor] > 0), {
    params: { reason: 'no_weight' },
  }),
  version: z.int().min(0),
});
export const keptWeights = z.strictObject({ weights: weightsShape, version: z.int().min(0) });
export type KeptWeights = z.output<typeof keptWeights>;

/** Weights that are tried and not kept: `30,20,20,10,10,10`, in the order of the factors. */
const triedWeights = z
  .string()
  .max(40, { abort: true })
  .refine((text) => readWeights(text) !== null, { params: { reason: 'invalid' } });
const percent = z.coerce.number().int().min(0).max(100);

export const listSuggestionsInput = z.strictObject({
  startup: idField.optional(),
  investor: idField.optional(),
  weights: triedWeights.optional(),
  /** At least so much of the weight stands on something known, in percent. */
  certainty: percent.optional(),
  /** Without pairs that somebody wishes to meet, or with them. */
  wished: z.enum(['without', 'with']).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: cursorField.optional(),
});

const finding = z.strictObject({
  factor: z.enum(FACTORS),
  /** 0 to 1000; null where it is not known, which speaks neither for the pair nor against it. */
  points: z.int().min(0).max(FULL).nullable(),
  reason: z.enum(REASONS),
  /** The reason as a sentence, in the reader's language. */
  words: z.string(),
});

const suggestion = z.strictObject({
  pair: z.strictObject({ id: idShape, stage: stageField, status: statusField }),
  startup: pairStartup,
  investor: namedShape,
  /** 0 to 100; what is not known counts as 50. The order of the list. */
  score: z.int().min(0).max(100),
  /** The same by what is known alone. */
  knownScore: z.int().min(0).max(100),
  /** How much of the weight stands on something known, in percent. */
  certainty: percent,
  findings: z.array(finding),
  /** The strongest word of all sides. */
  wish: z.enum(WISH_WORDS).nullable(),
  /** The office's own word; null for managers. */
  own: z.enum(WISH_WORDS).nullable(),
});
export type Suggestion = z.output<typeof suggestion>;

/** A startup or an investor whose terms are not all known, and which are missing. */
const incomplete = z.strictObject({
  kind: z.enum(PARTY_KINDS),
  id: idShape,
  name: z.string(),
  nameEn: z.string(),
  missing: z.array(z.enum(['round', 'sought', 'regions', 'focus', 'rounds', 'ticket'])),
});
export type Incomplete = z.output<typeof incomplete>;

export const suggestionPage = pageShape(suggestion).extend({
  /** How many the question finds, on all pages. */
  total: countShape,
  /** Open pairs that are not on the list: below the certainty asked for, wished for already, not to meet. */
  leftOut: z.strictObject({ uncertain: countShape, wished: countShape, notToMeet: countShape }),
  /** Those with most missing first, at most 20; `incompleteCount` is how many there are. */
  incomplete: z.array(incomplete),
  incompleteCount: countShape,
  /** Those the office keeps, whatever is tried. */
  kept: keptWeights,
});
export type SuggestionPage = z.output<typeof suggestionPage>;

/** `day`: the scores are those of its end; the day before the program's first meeting, where it is not said. */
export const scoreRecordInput = z.strictObject({ day: dayField.optional() });

const rungSum = z.strictObject({
  rung: z.string(),
  currency: currencyShape,
  minor: digitsShape,
  pairs: countShape,
});
const tenth = z.strictObject({
  /** 1 holds the highest scores, 10 the lowest. */
  tenth: z.int().min(1).max(10),
  /** The lowest and the highest score in it; null where it is empty. */
  scores: z.strictObject({ from: z.int(), to: z.int() }).nullable(),
  pairs: countShape,
  /** Pairs that somebody wished to meet after the day: must or like. */
  wished: countShape,
  /** Pairs with a meeting held after the day. */
  met: countShape,
  /** What stands now behind its pairs, by rung and currency; never added. */
  amounts: z.array(rungSum),
});

export const scoreRecord = listShape(tenth, 10).extend({
  day: dayTextShape,
  /** Pairs of which nothing that counts was known. */
  unscored: countShape,
});
export type ScoreRecord = z.output<typeof scoreRecord>;
