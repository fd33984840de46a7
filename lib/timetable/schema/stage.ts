import { z } from 'zod';
import {
  countShape,
  dayTextShape,
  idShape,
  instantShape,
  namedShape,
  twoNamesShape,
  versionShape,
} from '@/lib/core/shapes';
import { MEETING_STAGES } from '@/lib/pair/rules/stages';
import { LEVELS } from '@/lib/solver/schema';
import { NOTHING_TO_PLACE, TIMETABLE_STATES } from '../rules/words';

/* A stage, its timetables, and what a timetable comes to. */

const limit = countShape.nullable();

export const timetableRules = z.strictObject({
  startupFloor: countShape,
  investorFloor: countShape,
  startupMax: limit,
  investorMax: limit,
  startupRestAfter: limit,
  investorRestAfter: limit,
  tablesAtOnce: limit,
  bufferMinutes: countShape,
  /** 0 until somebody has set them. */
  version: countShape,
});
export type TimetableRules = z.output<typeof timetableRules>;

/** `day` is the day of the stage's zone. */
export const stageSlot = z.strictObject({
  id: idShape,
  startsAt: instantShape,
  endsAt: instantShape,
  day: dayTextShape,
});
export type StageSlot = z.output<typeof stageSlot>;

export type StageTable = z.output<typeof namedShape>;

/** The set-up of one stage. */
export const stageSetup = z.strictObject({
  stage: z.enum(MEETING_STAGES),
  /** The stage's own zone, and the other place that reads it (home, or the venue); the same where there is only one. */
  zone: z.string(),
  otherZone: z.string(),
  /** Empty for a stage that nobody has set yet. */
  startsOn: z.union([dayTextShape, z.literal('')]),
  endsOn: z.union([dayTextShape, z.literal('')]),
  meetingMinutes: countShape,
  usesTables: z.boolean(),
});
export type StageSetup = z.output<typeof stageSetup>;

/** Least, most and median meetings of the parties of one side, and how many of them have fewer than the floor. */
const spread = z.strictObject({
  least: countShape,
  most: countShape,
  median: countShape,
  belowFloor: countShape,
  floor: countShape,
});
export type Spread = z.output<typeof spread>;

/** What a timetable comes to. Counted from its meetings, not remembered. */
export const timetableFigures = z.strictObject({
  placed: countShape,
  /** Pairs that want to meet: the wishes of the stage. A meeting that nobody wished is placed but no wish. */
  wishes: countShape,
  wishesPlaced: countShape,
  musts: countShape,
  mustsPlaced: countShape,
  /** Sum of the weights of what is placed, and of all wishes. */
  weight: countShape,
  weightWished: countShape,
  /** Idle slots between two meetings of a party on one day. */
  gaps: z.strictObject({ startups: countShape, investors: countShape }),
  startups: spread,
  investors: spread,
  /** Of how many seats (slots by tables). */
  seats: countShape,
});
export type TimetableFigures = z.output<typeof timetableFigures>;

/** `value` of an objective, what no timetable can exceed (or go below), and whether that is proved to be reached. */
export const proofLevel = z.strictObject({
  name: z.enum(LEVELS),
  value: z.number(),
  bound: z.number(),
  proved: z.boolean(),
});
export type ProofLevel = z.output<typeof proofLevel>;

/** The certificate of a solved draft, in figures. It goes stale with the first change by hand: then it is null. */
export const timetableProof = z.strictObject({
  levels: z.array(proofLevel),
  placed: countShape,
  /** Wishes that could be met at all. */
  possible: countShape,
  /** By total weight. */
  bound: z.number(),
  weight: z.number(),
  /** No timetable is better in musts, floors and weight, in that order. Later objectives carry their own. */
  proved: z.boolean(),
  seconds: z.number(),
  seed: countShape,
});
export type TimetableProof = z.output<typeof timetableProof>;

/** A line of the list of drafts, or of the history of versions. */
export const timetableItem = z.strictObject({
  id: idShape,
  stage: z.enum(MEETING_STAGES),
  name: z.string(),
  /** Of a version: 1, 2, 3 ...; null for a draft. */
  number: z.int().nullable(),
  state: z.enum(TIMETABLE_STATES),
  note: z.string().nullable(),
  placed: countShape,
  proof: timetableProof.nullable(),
  version: versionShape,
  basedOn: idShape.nullable(),
  createdAt: instantShape,
  createdBy: twoNamesShape.nullable(),
  publishedAt: instantShape.nullable(),
  publishedBy: twoNamesShape.nullable(),
});
export type TimetableItem = z.output<typeof timetableItem>;

/** Why the stage has nothing to place, or null. */
export const nothingToPlaceShape = z.enum(NOTHING_TO_PLACE).nullable();

export const timetableOverview = z.strictObject({
  setup: stageSetup,
  rules: timetableRules,
  slots: z.array(stageSlot),
  tables: z.array(namedShape),
  counts: z.strictObject({
    startups: countShape,
    investors: countShape,
    wishes: countShape,
    musts: countShape,
    /** Slots by tables, blackouts of tables taken off. */
    seats: countShape,
    blackouts: countShape,
    /** Meetings of the stage that stand: scheduled, held or missed. */
    meetings: countShape,
    held: countShape,
  }),
  published: timetableItem.extend({ figures: timetableFigures }).nullable(),
  /** Latest first. */
  drafts: z.array(timetableItem),
  /** Published, replaced and withdrawn ones, latest first. */
  history: z.array(timetableItem),
  /** Discarded drafts, latest first; they can be brought back. */
  discarded: z.array(timetableItem),
  /** Whether the last publication can be taken back. */
  canUndo: z.boolean(),
  nothing: nothingToPlaceShape,
});
export type TimetableOverview = z.output<typeof timetableOverview>;

/** A draft after a change by hand, or a new one. */
export const changedDraft = z.strictObject({ timetableId: idShape, version: versionShape });
export type ChangedDraft = z.output<typeof changedDraft>;

/** A publication, or one that was taken back: its number, and what it did to meetings. */
export const publication = changedDraft.extend({
  number: countShape,
  booked: countShape,
  moved: countShape,
  cancelled: countShape,
});
