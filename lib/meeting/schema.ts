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
import { MEANS } from '@/lib/core/scope';
import {
  countShape,
  dayShape,
  dayTextShape,
  EXAMPLE_ID,
  idShape,
  instantShape,
  namedShape,
  namedTwiceShape,
  pageShape,
  twoNamesShape,
  versionShape,
} from '@/lib/core/shapes';
import { GATE_NEEDS } from '@/lib/pair/rules/stages';
import { meetingStageField, stageField, statusField } from '@/lib/pair/schema';
import { programStageField } from '@/lib/program/schema';
import { MEETING_STATES, SIDES } from './rules';

const sideField = z.enum(SIDES);
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
  })
  .meta({ examples: [{ pair: EXAMPLE_ID }] });
export const takenTablesInput = z.strictObject({
  startsAt: minuteField,
  endsAt: minuteField,
  except: idField.optional(),
});

/** What a change of a meeting answers: the version that the next change names. */
export const changedMeeting = z.strictObject({ meetingId: idShape, version: versionShape });

/** A contact who may sit at the table. */
const seat = namedTwiceShape.extend({ title: z.string() });
export type Seat = z.output<typeof seat>;

/** A meeting as agenda, pair page and API show it. */
export const meetingItem = z.strictObject({
  id: idShape,
  version: versionShape,
  stage: meetingStageField,
  startsAt: instantShape,
  endsAt: instantShape,
  state: z.enum(MEETING_STATES),
  /** Who did not come; set for a no-show only. */
  noShowSide: sideField.nullable(),
  /** The mark that stands was set by the office: the startup's people leave it. */
  markedByOffice: z.boolean(),
  table: namedShape.nullable(),
  link: z.string().nullable(),
  pair: z.strictObject({ id: idShape, stage: stageField, status: statusField }),
  startup: namedTwiceShape,
  investor: namedShape,
  participants: z.array(seat.extend({ side: z.enum(['startup', 'investor']) })),
  /** The outcome that stands: the latest. */
  outcome: z.strictObject({ id: idShape, interest: z.int().min(1).max(5) }).nullable(),
});
export type MeetingItem = z.output<typeof meetingItem>;

/** One line of a meeting's log, with its time as it then stood. */
const meetingEvent = z.strictObject({
  id: idShape,
  meetingId: idShape,
  kind: z.enum(['booked', 'moved', 'changed', 'cancelled', 'held', 'no_show', 'reopened']),
  startsAt: instantShape,
  endsAt: instantShape,
  side: sideField.nullable(),
  reason: z.string().nullable(),
  recordedAt: instantShape,
  by: twoNamesShape.nullable(),
  means: z.enum(MEANS),
});
export type MeetingEventItem = z.output<typeof meetingEvent>;

export const meetingWithEvents = meetingItem.extend({ events: z.array(meetingEvent) });
export const meetingsOfPair = z.strictObject({ meetings: z.array(meetingWithEvents) });

export const meetingPage = pageShape(meetingItem);
export type MeetingPage = z.output<typeof meetingPage>;

/** A day of the agenda's zone, how many meetings it has, and how many of them still want an outcome. */
const meetingDay = z.strictObject({ day: dayShape, meetings: countShape, withoutOutcome: countShape });
export type MeetingDay = z.output<typeof meetingDay>;
export const meetingDays = z.strictObject({ days: z.array(meetingDay) });

export const nextMeetingsAnswer = z.strictObject({
  /** Still to come or going on, the soonest first. */
  upcoming: z.array(meetingItem),
  /** Held or over and without an outcome, the latest first; all of them are overdue. */
  toLog: z.array(meetingItem),
  toLogCount: countShape,
});

/** A time that a party already has taken, and who is there with it. */
const busyTime = z.strictObject({
  meetingId: idShape,
  startsAt: instantShape,
  endsAt: instantShape,
  with: z.string(),
  withEn: z.string(),
});
export type BusyTime = z.output<typeof busyTime>;
const ofParty = { people: z.array(seat), busy: z.array(busyTime) };

/** What booking a meeting of one pair is chosen from. */
export const bookingFacts = z.strictObject({
  pair: z.strictObject({
    id: idShape,
    stage: stageField,
    status: statusField,
    /** Somebody said no-thanks, and booking asks why it is done all the same. */
    notToMeet: z.boolean(),
    /** What moving the pair forward would still ask for. */
    gates: z.array(z.strictObject({ needs: z.enum(GATE_NEEDS), strength: z.enum(['soft', 'hard']) })),
  }),
  startup: namedTwiceShape.extend(ofParty),
  investor: namedShape.extend(ofParty),
  stages: z.array(
    z.strictObject({
      stage: programStageField,
      startsOn: dayTextShape,
      endsOn: dayTextShape,
      timeZone: z.string(),
      meetingMinutes: countShape,
      usesTables: z.boolean(),
      targetDays: countShape.nullable(),
    }),
  ),
  slots: z.array(z.strictObject({ stage: stageField, startsAt: instantShape, endsAt: instantShape })),
  tables: z.array(namedShape),
});
export type BookingFacts = z.output<typeof bookingFacts>;

/** Who can meet whom, by name. */
export const bookingParties = z.strictObject({
  startups: z.array(namedTwiceShape),
  investors: z.array(namedShape),
});

/** The ids of tables. */
export const takenTables = z.strictObject({ tables: z.array(idShape) });
