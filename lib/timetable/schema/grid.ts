import { z } from 'zod';
import {
  countShape,
  idShape,
  instantShape,
  namedShape,
  namedTwiceShape,
  twoNamesShape,
} from '@/lib/core/shapes';
import { MEETING_STATES } from '@/lib/meeting/rules';
import { LEVELS } from '@/lib/solver/schema';
import { RUN_FAILURES, RUN_STATES, WISH_WORDS } from '../rules/words';
import {
  nothingToPlaceShape,
  proofLevel,
  stageSetup,
  stageSlot,
  timetableFigures,
  timetableItem,
  timetableProof,
  timetableRules,
} from './stage';
import { wishItem } from './wishes';

/* One timetable: its grid, where a pair may go in it, and the solver at work on it. */

const gridMeeting = z.strictObject({
  pairId: idShape,
  startupId: idShape,
  investorId: idShape,
  slotId: idShape,
  tableId: idShape.nullable(),
  isLocked: z.boolean(),
  /** Held or missed: the draft cannot move it any more. */
  isPast: z.boolean(),
  /** How the booked meeting of this pair stands, if there is one at this very slot and table. */
  state: z.enum(MEETING_STATES).nullable(),
  meetingId: idShape.nullable(),
  wish: z.enum(WISH_WORDS).nullable(),
  weight: z.int(),
});
export type GridMeeting = z.output<typeof gridMeeting>;

/** All that the grid needs. Ids everywhere; names stand once. */
export const timetableGrid = z.strictObject({
  timetable: timetableItem,
  setup: stageSetup,
  rules: timetableRules,
  slots: z.array(stageSlot),
  tables: z.array(namedShape),
  startups: z.array(namedTwiceShape),
  investors: z.array(namedTwiceShape),
  meetings: z.array(gridMeeting),
  /** Party or table id to the ids of the slots it cannot be given: away, or busy outside this grid. */
  away: z.record(idShape, z.array(idShape)),
  /** Party id to table id. */
  fixedTables: z.record(idShape, idShape),
  /** Wishes that have no place, heaviest first. */
  unplaced: z.array(wishItem),
  figures: timetableFigures,
  /** Null where it was not solved, or changed by hand since. */
  proof: timetableProof.nullable(),
  nothing: nothingToPlaceShape,
  /** How many meetings of the stage stand in its slots now: a publication may cancel them. */
  standing: countShape,
});
export type TimetableGrid = z.output<typeof timetableGrid>;

/**
 * One a slot, in the order of slots: the table the pair would get there, or why it cannot go there (the reason's key of
 * messages `timetable.refusal`, the sentence, and the pair that stands there).
 */
const legalTarget = z.strictObject({
  slotId: idShape,
  tableId: idShape.nullable(),
  block: z.strictObject({ reason: z.string(), message: z.string(), pairId: idShape.nullable() }).nullable(),
});
export type LegalTarget = z.output<typeof legalTarget>;

export const legalTargets = z.strictObject({ pairId: idShape, targets: z.array(legalTarget) });

/** How far a run is. `value` and `bound` of the level it works on close in on each other. */
const runProgress = z.strictObject({
  runId: idShape,
  timetableId: idShape,
  state: z.enum(RUN_STATES),
  failure: z.enum(RUN_FAILURES).nullable(),
  /** The level it works on; null before the first progress and after the end. */
  level: z.enum(LEVELS).nullable(),
  value: z.number(),
  bound: z.number(),
  placed: countShape,
  /** Wishes that could be placed at most. */
  possible: countShape,
  seconds: z.number(),
  /** The limit it was given. */
  ofSeconds: countShape,
  levels: z.array(proofLevel),
  proof: timetableProof.nullable(),
  startedAt: instantShape,
  startedBy: twoNamesShape.nullable(),
  /** The version of the draft that the result was written into; null while running or when it was not. */
  version: z.int().nullable(),
});
export type RunProgress = z.output<typeof runProgress>;

export const runAnswer = z.strictObject({ run: runProgress.nullable() });
