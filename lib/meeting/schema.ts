import { z } from 'zod';
import {
  cursorField,
  dayField,
  idField,
  linkField,
  minuteField,
  proseField,
  requiredProse,
  versionField,
} from '@/lib/core/fields';
import { MEETING_STAGES } from '@/lib/pair/rules/stages';
import { MEETING_STATES, SIDES } from './rules';

export const meetingStageField = z.enum(MEETING_STAGES);
export const sideField = z.enum(SIDES);
const contactIds = z.array(idField).max(30);

/**
 * `table` is a table's id. `advance` also moves the pair forward to the stage, where it is still behind it;
 * `advanceReason` opens the gates of that move. `reason` says why a pair that is not to meet meets all the same; the office
 * alone reads it.
 */
export const bookMeetingInput = z.strictObject({
  pairId: idField,
  stage: meetingStageField,
  startsAt: minuteField,
  endsAt: minuteField,
  table: idField.nullable().optional(),
  link: linkField.nullable().optional(),
  contactIds: contactIds.optional(),
  advance: z.boolean().optional(),
  reason: proseField(500).optional(),
  advanceReason: proseField(500).optional(),
});

/**
 * What is left out of `table` and `link` stays as it is; null takes it away. `reason` stands in the meeting's log, which both
 * sides read. `meetReason` says why a pair that is not to meet meets all the same; the office alone reads it.
 */
export const moveMeetingInput = z.strictObject({
  meetingId: idField,
  version: versionField,
  startsAt: minuteField,
  endsAt: minuteField,
  table: idField.nullable().optional(),
  link: linkField.nullable().optional(),
  reason: proseField(500).optional(),
  meetReason: proseField(500).optional(),
});

export const changeMeetingInput = z.strictObject({
  meetingId: idField,
  version: versionField,
  link: linkField.nullable().optional(),
  contactIds: contactIds.optional(),
});

export const cancelMeetingInput = z.strictObject({
  meetingId: idField,
  version: versionField,
  reason: requiredProse(500),
});

/**
 * `scheduled` takes back a wrong mark, and a cancellation; a no-show names who did not come. `reason` says why a pair that is
 * not to meet is scheduled again all the same; the office alone reads it.
 */
export const markMeetingInput = z.strictObject({
  meetingId: idField,
  version: versionField,
  state: z.enum(['held', 'no_show', 'scheduled']),
  side: sideField.optional(),
  reason: proseField(500).optional(),
});

/** `from` and `to` are days of `zone`, both included: the venue's (the default) or the program's home. */
export const listMeetingsInput = z.strictObject({
  from: dayField.optional(),
  to: dayField.optional(),
  zone: z.enum(['venue', 'home']).optional(),
  /** What is on today by the venue's clocks or by those at home: the two days differ for half of the world's night. */
  today: z.stringbool().or(z.boolean()).optional(),
  stage: meetingStageField.optional(),
  state: z.enum(MEETING_STATES).optional(),
  startup: idField.optional(),
  investor: idField.optional(),
  table: idField.optional(),
  sort: z.enum(['time', 'table']).optional(),
  withoutOutcome: z.stringbool().or(z.boolean()).optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  cursor: cursorField.optional(),
});

export const findMeetingInput = z.strictObject({ meetingId: idField });
export const meetingsOfPairInput = z.strictObject({ pairId: idField });
/** The same filters without a page: the days an agenda has. */
export const meetingDaysInput = listMeetingsInput.omit({ sort: true, limit: true, cursor: true });
export const nextMeetingsInput = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

/** A pair by its id, or by its two sides. */
export const bookingFactsInput = z
  .strictObject({ pair: idField.optional(), startup: idField.optional(), investor: idField.optional() })
  .refine(({ pair, startup, investor }) => Boolean(pair) !== Boolean(startup && investor), {
    path: ['pair'],
    params: { reason: 'required' },
  });
export const takenTablesInput = z.strictObject({
  startsAt: minuteField,
  endsAt: minuteField,
  except: idField.optional(),
});
