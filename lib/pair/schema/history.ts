import { z } from 'zod';
import { MEANS } from '@/lib/core/scope';
import {
  currencyShape,
  dayTextShape,
  idShape,
  instantShape,
  MOST_BESIDE,
  minorShape,
  namedTwiceShape,
  twoNamesShape,
  versionShape,
} from '@/lib/core/shapes';
import { REASON_CODES } from '../rules/stages';
import { meetingStageField, pairItem, stageField, statusField, visibilityField } from '../schema';

const reason = z.string().nullable();
const reasonCode = z.enum(REASON_CODES).nullable();
const noteSide = z.enum(['startup', 'program']);

const logEntry = {
  id: idShape,
  /** When it happened and when we learned of it. */
  effectiveAt: instantShape,
  recordedAt: instantShape,
  voided: z.boolean(),
  by: namedTwiceShape.nullable(),
  means: z.enum(MEANS),
  reason,
};

/** One line of the stage log; the first has `from: null`. */
const stageLogEntry = z.strictObject({ ...logEntry, from: stageField.nullable(), to: stageField });
export type StageLogEntry = z.output<typeof stageLogEntry>;
const statusLogEntry = z.strictObject({ ...logEntry, from: statusField, to: statusField, reasonCode });
export type StatusLogEntry = z.output<typeof statusLogEntry>;

/** A pair with its two logs. */
export const pairLog = pairItem.extend({
  events: z.array(stageLogEntry),
  statusEvents: z.array(statusLogEntry),
});
export type PairLog = z.output<typeof pairLog>;

/** A note as its readers see it. `mine` may be edited by the viewer. */
const pairNote = z.strictObject({
  id: idShape,
  body: z.string(),
  visibility: visibilityField,
  /** Whose people wrote it. */
  side: noteSide,
  by: namedTwiceShape.nullable(),
  createdAt: instantShape,
  editedAt: instantShape.nullable(),
  version: versionShape,
  mine: z.boolean(),
});
export type PairNote = z.output<typeof pairNote>;
export const pairNotes = z.array(pairNote).max(MOST_BESIDE);

/** What happened, by kind. `minor` in minor units. */
export const happening = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stage'), from: stageField.nullable(), to: stageField, reason }),
  z.strictObject({ kind: z.literal('status'), from: statusField, to: statusField, reasonCode, reason }),
  z.strictObject({
    kind: z.literal('void'),
    of: z.enum(['stage', 'status', 'amount']),
    /** The stage, status or rung that the voided entry named. */
    what: z.string(),
    reason,
    /** It takes back what was just done, which asks for no reason. */
    isUndo: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('meeting'),
    event: z.enum(['booked', 'moved', 'changed', 'cancelled', 'held', 'no_show', 'reopened']),
    meetingId: idShape,
    stage: meetingStageField,
    startsAt: instantShape,
    endsAt: instantShape,
    side: z.enum(['startup', 'investor', 'both']).nullable(),
    reason,
  }),
  z.strictObject({
    kind: z.literal('outcome'),
    meetingId: idShape,
    stage: meetingStageField,
    interest: z.int(),
    nextStep: z.string().nullable(),
    nextStepOn: dayTextShape.nullable(),
  }),
  z.strictObject({
    kind: z.literal('amount'),
    rung: z.string(),
    minor: minorShape.nullable(),
    currency: currencyShape.nullable(),
    source: z.string(),
    effectiveOn: dayTextShape,
    evidence: z.string().nullable(),
    reason,
  }),
  z.strictObject({
    kind: z.literal('wave'),
    months: z.int(),
    state: z.enum(['talking', 'invested', 'ended', 'no_contact']),
    note: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('note'), visibility: visibilityField, side: noteSide, body: z.string() }),
  z.strictObject({
    kind: z.literal('edit'),
    changes: z.strictObject({
      nextStep: z.string().nullable().optional(),
      nextStepOn: dayTextShape.nullable().optional(),
    }),
    nextStepOwner: twoNamesShape.nullable(),
    owner: twoNamesShape.nullable(),
    fields: z.array(z.string()),
  }),
]);
export type Happening = z.output<typeof happening>;

/** One line of a pair's timeline: when it happened, when we learned of it, who wrote it down and by what means. */
const timelineEntry = z.strictObject({
  id: idShape,
  at: instantShape,
  recordedAt: instantShape,
  /** Learned of on a later day than it happened. */
  late: z.boolean(),
  voided: z.boolean(),
  by: namedTwiceShape.nullable(),
  /** Null of a note, which is not kept with it. */
  means: z.enum(MEANS).nullable(),
  happening,
});
export type TimelineEntry = z.output<typeof timelineEntry>;
export const timelineEntries = z.array(timelineEntry).max(MOST_BESIDE);
