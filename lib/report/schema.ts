import { z } from 'zod';
import { SUMS } from '@/lib/amount/rules';
import { dayField, instantField, pageFields, proseField } from '@/lib/core/fields';
import { MEANS } from '@/lib/core/scope';
import {
  countShape,
  currencyShape,
  dayTextShape,
  digitsShape,
  idShape,
  instantShape,
  listShape,
  MOST_BESIDE,
  namedShape,
  namedTwiceShape,
  nextCursorShape,
  twoNamesShape,
} from '@/lib/core/shapes';
import { funnelShape, sumShape, totalShape } from '@/lib/funnel/schema/figures';
import { LIVE_RUNGS } from '@/lib/pair/rules/item';
import { stageField } from '@/lib/pair/schema';
import { happening } from '@/lib/pair/schema/history';

const refuseWith = (reason: string) => ({ params: { reason } });

/** Several, however they are written: a list, or words joined by a comma, a plus or a space. */
const oneWord = (text: string) => !/[\s,+&/]/.test(text.trim());

/** The one sum a press sentence speaks of. Sums are never added, so that a list or a mixture is refused as such. */
const oneSumField = z.preprocess(
  (value) => (Array.isArray(value) ? ',' : value),
  z
    .string()
    .max(100, { abort: true })
    .refine(oneWord, refuseWith('one_sum_only'))
    .meta({ examples: [SUMS[0]] })
    .pipe(z.enum(SUMS)),
);

/** Days are days of the program's home zone; `knownAt` is an instant with its offset, this moment where it is not given. */
const wanted = { asOf: dayField, knownAt: instantField.optional(), sum: oneSumField };

export const draftReportInput = z.strictObject(wanted);
export const publishReportInput = z.strictObject({ ...wanted, note: proseField(500).optional() });

export const reportInput = z.strictObject({ number: z.coerce.number().int().min(1).max(1_000_000) });
/** `limit` and `cursor` page the entries that were recorded since; all else is whole on each page. */
export const reportChangesInput = reportInput.extend(pageFields);

/** `asOf`: the day whose report is named before all others. */
export const findChangedReportInput = z.strictObject({ asOf: dayField.optional() });

const sentences = { sentenceKo: z.string(), sentenceEn: z.string() };
const numberShape = z.int().min(1);

export const publishedReport = z.strictObject({ number: numberShape, ...sentences });

export type NamedStartup = z.output<typeof namedTwiceShape>;
export type NamedInvestor = z.output<typeof namedShape>;

const stagePlace = z.strictObject({ reached: stageField.nullable(), rung: z.enum(LIVE_RUNGS).nullable() });
export type StagePlace = z.output<typeof stagePlace>;

/** A pair that came further since the report before. */
const advance = z.strictObject({
  pairId: idShape,
  startup: namedTwiceShape,
  investor: namedShape,
  from: stagePlace,
  to: stagePlace.extend({ minor: digitsShape.nullable(), currency: currencyShape.nullable() }),
});
export type Advance = z.output<typeof advance>;

/** What is kept of a report for ever: its figures and every name that is needed to read them. */
const frozen = z.strictObject({
  /** How this is to be read. In 1 the sums of talk still counted closed pairs; 2 leaves them out and tells them apart. */
  format: z.literal([1, 2]),
  program: twoNamesShape,
  /** The sum its sentence speaks of. */
  sum: sumShape,
  funnel: funnelShape,
  /** Whose pairs were counted. */
  parties: z.strictObject({ startups: z.array(namedTwiceShape), investors: z.array(namedShape) }),
  /** How many of each side had a meeting held. */
  met: z.strictObject({ startups: countShape, investors: countShape }),
  /** The number of the report before it, which `advanced` goes by; null of the first one. */
  previous: numberShape.nullable(),
  advanced: z.array(advance),
});
export type Frozen = z.output<typeof frozen>;

const reportItem = z.strictObject({
  number: numberShape,
  asOf: dayTextShape,
  knownAt: instantShape,
  sum: sumShape,
  ...sentences,
  note: z.string().nullable(),
  publishedAt: instantShape,
  by: namedTwiceShape.nullable(),
  means: z.enum(MEANS),
});
export type ReportItem = z.output<typeof reportItem>;

/** With how many entries about days up to its date were recorded at or after the instant it was known at. */
const listedReport = reportItem.extend({ changes: countShape });
export type ListedReport = z.output<typeof listedReport>;
export const listedReports = listShape(listedReport, MOST_BESIDE);

const changedReport = z.strictObject({ number: numberShape, asOf: dayTextShape, changes: countShape });
export const changedReports = z.strictObject({ report: changedReport.nullable() });

export const reportShape = reportItem.extend({ figures: frozen });
export type Report = z.output<typeof reportShape>;

/** What publishing would freeze now: figures, and the sentences or why there are none. */
export const reportDraft = z.strictObject({
  figures: frozen,
  sentences: z.strictObject({ ko: z.string(), en: z.string() }).nullable(),
  refusals: z.array(
    z.strictObject({
      reason: z.string(),
      field: z.array(z.string()).optional(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
});
export type ReportDraft = z.output<typeof reportDraft>;

/** One number of a funnel by its name (`writeFigure`); a number of money carries its money beside its pairs. */
const figureValue = z.strictObject({
  figure: z.string(),
  pairs: countShape,
  money: z.strictObject({ totals: z.array(totalShape), krw: digitsShape.nullable() }).nullable(),
});
export type FigureValue = z.output<typeof figureValue>;
const difference = z.strictObject({ figure: z.string(), before: figureValue, now: figureValue });
export type Difference = z.output<typeof difference>;

const partyNames = z.array(z.union([namedTwiceShape, namedShape]));
/** Parties counted when it was published and not now, and the other way round: archived and brought back since. */
const partyChanges = z.strictObject({ left: partyNames, returned: partyNames });
export type PartyChanges = z.output<typeof partyChanges>;

const recorded = { recordedAt: instantShape, by: twoNamesShape.nullable(), figures: z.array(z.string()) };

/** An entry recorded since, and the figures that its pair moved; an entry may move none. */
const changeRow = z.strictObject({
  id: idShape,
  pairId: idShape,
  startup: namedTwiceShape,
  investor: namedShape,
  at: instantShape,
  happening,
  ...recorded,
});
export type ChangeRow = z.output<typeof changeRow>;

/** A rate that stands since for a day up to the date: 1 `base` = `rate` KRW. */
const rateRow = z.strictObject({
  id: idShape,
  base: currencyShape,
  rate: z.string(),
  on: dayTextShape,
  source: z.string(),
  ...recorded,
});
export type RateRow = z.output<typeof rateRow>;

export const reportChanges = z.strictObject({
  number: numberShape,
  /** Counted again by the report's own two clocks: where it is not what was frozen, and whose pairs came or went. */
  recount: z.strictObject({ differences: z.array(difference), parties: partyChanges }),
  /** Published when sums still counted the talk of closed pairs, and there is some that is left out now. */
  isOlderRule: z.boolean(),
  /** As of the same day with all that is known now. */
  differences: z.array(difference),
  rows: z.array(changeRow),
  nextCursor: nextCursorShape,
  rates: z.array(rateRow),
});
export type ReportChanges = z.output<typeof reportChanges>;
