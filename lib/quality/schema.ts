import { z } from 'zod';
import {
  countShape,
  currencyShape,
  dayTextShape,
  idShape,
  instantShape,
  minorShape,
  namedShape,
  namedTwiceShape,
} from '@/lib/core/shapes';
import { MEETING_STATES } from '@/lib/meeting/rules';
import { LIVE_RUNGS } from '@/lib/pair/rules/item';
import { MEETING_STAGES } from '@/lib/pair/rules/stages';
import { stageField, statusField } from '@/lib/pair/schema';
import { PARTY_KINDS } from '@/lib/party/rules';

/** What is looked for, in the order in which it is shown. */
export const CHECKS = [
  'still_scheduled',
  'outcome_missing',
  'outcome_of_no_meeting',
  'stage_behind_meeting',
  'invested_without_money',
  'paid_while_open',
  'closed_with_amount',
  'amount_without_evidence',
  'no_next_step',
  'next_step_overdue',
  'same_startup',
  'same_investor',
] as const;

const checkField = z.enum(CHECKS);
export type Check = z.output<typeof checkField>;

/** A pair as it stands now. */
const checkedPair = z.strictObject({
  id: idShape,
  startup: namedTwiceShape,
  investor: namedShape,
  stage: stageField,
  status: statusField,
  /** The live amount, if any; `rate` takes one of its currency to the program's base currency. */
  amount: z
    .strictObject({
      rung: z.enum(LIVE_RUNGS),
      minor: minorShape.nullable(),
      currency: currencyShape.nullable(),
      evidence: z.string().nullable(),
      rate: z.string().nullable(),
    })
    .nullable(),
  nextStep: z.strictObject({ text: z.string(), on: dayTextShape.nullable() }).nullable(),
  /** The latest stage in which the two have met. */
  metIn: z.enum(MEETING_STAGES).nullable(),
});
export type CheckedPair = z.output<typeof checkedPair>;

/** A meeting of today's plan. */
const checkedMeeting = z.strictObject({
  id: idShape,
  pairId: idShape,
  stage: z.enum(MEETING_STAGES),
  state: z.enum(MEETING_STATES),
  startsAt: instantShape,
  endsAt: instantShape,
  hasOutcome: z.boolean(),
});
export type CheckedMeeting = z.output<typeof checkedMeeting>;

const sideField = z.enum(PARTY_KINDS);
const checkedParty = z.strictObject({
  id: idShape,
  side: sideField,
  name: z.string(),
  nameEn: z.string(),
  website: z.string(),
});
export type CheckedParty = z.output<typeof checkedParty>;

/** One thing to mend. */
const finding = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('pair'),
    pair: checkedPair,
    /** The amount may or may not lie above the limit, as its currency has no rate. */
    noRate: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal('meeting'), pair: checkedPair, meeting: checkedMeeting }),
  z.strictObject({
    kind: z.literal('parties'),
    side: sideField,
    by: z.enum(['name', 'website']),
    parties: z.array(checkedParty),
  }),
]);
export type Finding = z.output<typeof finding>;

export const qualityOutput = z.strictObject({
  /** The day of the home zone on which it was looked at. */
  today: dayTextShape,
  timeZone: z.string(),
  /** From which amount on evidence is wanted, in minor units of the base currency; null sets no limit. */
  evidenceLimit: z.strictObject({ minor: minorShape, currency: currencyShape }).nullable(),
  checks: z.array(z.strictObject({ check: checkField, count: countShape, findings: z.array(finding) })),
});
export type Quality = z.output<typeof qualityOutput>;
