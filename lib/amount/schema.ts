import { z } from 'zod';
import {
  currencyField,
  idField,
  minorField,
  proseField,
  requiredProse,
  textField,
  writtenDayField,
} from '@/lib/core/fields';
import { MEANS } from '@/lib/core/scope';
import {
  currencyShape,
  dayTextShape,
  idShape,
  instantShape,
  MOST_BESIDE,
  minorShape,
  namedTwiceShape,
} from '@/lib/core/shapes';
import { fileRecord } from '@/lib/file/schema';
import { pairItem } from '@/lib/pair/schema';
import { CLOSED_PAIR_ANSWERS, RUNGS, SOURCES } from './rules';

const rungField = z.enum(RUNGS);
const sourceField = z.enum(SOURCES);

/** An amount of unusual size is refused until whoever enters it says that it is right. */
export const confirmedField = z.boolean().optional();
/** What is to become of a pair that is closed when money of it is logged. */
export const closedPairField = z.enum(CLOSED_PAIR_ANSWERS);

/** `minor`: whole minor units of `currency`; `effectiveOn`: a day of the program's home zone. */
export const addAmountInput = z.strictObject({
  pairId: idField,
  rung: rungField,
  minor: minorField.optional(),
  currency: currencyField.optional(),
  effectiveOn: writtenDayField,
  source: sourceField.optional(),
  evidence: textField(300).optional(),
  reason: proseField(500).optional(),
  confirmed: confirmedField,
  closedPair: closedPairField.optional(),
});

export const voidAmountInput = z.strictObject({
  pairId: idField,
  amountId: idField,
  reason: requiredProse(500),
});

export const listAmountsInput = z.strictObject({ pairId: idField });

export const addedAmount = z.strictObject({ amountId: idShape, pair: pairItem });
export const voidedAmount = z.strictObject({ pair: pairItem });

/** One entry of a pair's ladder. */
const amountRecord = z.strictObject({
  id: idShape,
  /** Its place in the log. */
  seq: z.int(),
  rung: rungField,
  minor: minorShape.nullable(),
  currency: currencyShape.nullable(),
  /** A day of the program's home zone. */
  effectiveOn: dayTextShape,
  recordedAt: instantShape,
  source: sourceField,
  evidence: z.string().nullable(),
  /** The evidence itself, the earliest first. */
  files: z.array(fileRecord),
  reason: z.string().nullable(),
  voided: z.boolean(),
  /** When the void was recorded. */
  voidedAt: instantShape.nullable(),
  by: namedTwiceShape.nullable(),
  means: z.enum(MEANS),
  /** Counts now: the one entry that stands for the pair. */
  live: z.boolean(),
  canVoid: z.boolean(),
});
export type AmountRecord = z.output<typeof amountRecord>;
/** An entry in force, with whose it is. */
export type LadderEntry = Pick<
  AmountRecord,
  | 'id'
  | 'rung'
  | 'minor'
  | 'currency'
  | 'effectiveOn'
  | 'recordedAt'
  | 'source'
  | 'evidence'
  | 'reason'
  | 'means'
> & {
  by: { name: string; nameEn: string } | null;
  pairId: string;
  startup: { name: string; nameEn: string };
  investor: { name: string };
};
export const amountRecords = z.array(amountRecord).max(MOST_BESIDE);
