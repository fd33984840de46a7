import { z } from 'zod';
import { closedPairField, confirmedField } from '@/lib/amount/schema';
import {
  currencyField,
  dayField,
  idField,
  minorField,
  proseField,
  requiredText,
  textField,
  writtenDayField,
} from '@/lib/core/fields';
import { MEANS } from '@/lib/core/scope';
import { dayTextShape, idShape, instantShape, twoNamesShape } from '@/lib/core/shapes';
import { meetingItem } from '@/lib/meeting/schema';
import { LIVE_RUNGS } from '@/lib/pair/rules/item';
import { meetingStageField, pairItem } from '@/lib/pair/schema';

const ASKED_LENGTH = 40;
const ASKED_MOST = 12;

/** `minor`: whole minor units of `currency`; dated by the meeting. */
const outcomeAmount = z.strictObject({
  rung: z.enum(LIVE_RUNGS),
  minor: minorField,
  currency: currencyField,
  evidence: textField(300).optional(),
  reason: proseField(500).optional(),
  confirmed: confirmedField,
  closedPair: closedPairField.optional(),
});

/** The pair's next step as the writer saw it: what stands there now is replaced only where it is this. */
const seenStep = z.strictObject({ text: textField(300).nullable(), on: dayField.nullable() });

/** `interest`: the investor's, as the startup reads it, 1 (none) to 5 (wants to invest). */
export const recordOutcomeInput = z.strictObject({
  meetingId: idField,
  interest: z.int().min(1).max(5),
  asked: z.array(requiredText(ASKED_LENGTH)).max(ASKED_MOST).optional(),
  nextStep: textField(300).optional(),
  nextStepOn: writtenDayField.optional(),
  seenStep: seenStep.optional(),
  note: proseField(2000).optional(),
  amount: outcomeAmount.optional(),
});

export const outcomesOfPairInput = z.strictObject({ pairId: idField });
export const outcomeFormInput = z.strictObject({ meetingId: idField });

export const recordedOutcome = z.strictObject({ outcomeId: idShape, pair: pairItem });

/** One logged outcome. */
const outcomeItem = z.strictObject({
  id: idShape,
  meetingId: idShape,
  stage: meetingStageField,
  interest: z.int().min(1).max(5),
  asked: z.array(z.string()),
  note: z.string().nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: dayTextShape.nullable(),
  effectiveAt: instantShape,
  recordedAt: instantShape,
  by: twoNamesShape.nullable(),
  means: z.enum(MEANS),
  /** The latest of its meeting; the others were corrected by it. */
  stands: z.boolean(),
});
export type OutcomeItem = z.output<typeof outcomeItem>;
/** The outcome that stands of a meeting, with whose it is; `startsAt` of the meeting. */
export type LoggedOutcome = Omit<OutcomeItem, 'stands'> & {
  pairId: string;
  startsAt: string;
  startup: { name: string; nameEn: string };
  investor: { name: string };
};
export const outcomesOfPair = z.strictObject({ outcomes: z.array(outcomeItem) });

/** What the form of an outcome starts from. */
export const outcomeStart = z.strictObject({
  meeting: meetingItem,
  pair: pairItem,
  /** What stands for this meeting; a new one corrects it. */
  standing: outcomeItem.nullable(),
  /** What stands for the pair's meeting before this one: what one comes from. */
  before: outcomeItem.nullable(),
});
export type OutcomeStart = z.output<typeof outcomeStart>;
