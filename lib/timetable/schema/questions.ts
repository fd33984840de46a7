import { z } from 'zod';
import { countShape, idShape, namedShape, namedTwiceShape } from '@/lib/core/shapes';
import { stageSlot, timetableFigures, timetableItem } from './stage';

/* What can be asked about timetables without changing any: what differs, how to go on after a change, why not. */

/** `slotId` is no uuid where a what-if has added the slot. */
const meetingPlace = z.strictObject({ slotId: z.string(), tableId: idShape.nullable() });
export type MeetingPlace = z.output<typeof meetingPlace>;

/** One pair whose meeting differs: `from` null is new, `to` null is gone, both is moved. */
const differenceItem = z.strictObject({
  pairId: idShape,
  startup: namedTwiceShape,
  investor: namedShape,
  kind: z.enum(['added', 'removed', 'moved', 'table_changed']),
  from: meetingPlace.nullable(),
  to: meetingPlace.nullable(),
});
export type DifferenceItem = z.output<typeof differenceItem>;

export const comparison = z.strictObject({
  from: timetableItem.nullable(),
  to: timetableItem,
  slots: z.array(stageSlot),
  tables: z.array(namedShape),
  /** In the order of startups, then time. */
  items: z.array(differenceItem),
  counts: z.strictObject({
    added: countShape,
    removed: countShape,
    moved: countShape,
    tableChanged: countShape,
    kept: countShape,
  }),
  /** Parties whose day changes: who would get a mail. */
  touched: z.strictObject({ startups: z.array(idShape), investors: z.array(idShape) }),
  figures: z.strictObject({ from: timetableFigures.nullable(), to: timetableFigures }),
});
export type Comparison = z.output<typeof comparison>;

/** One way to go on after a change, from fewest moves to highest value. */
const repairOption = z.strictObject({
  /** What `timetable.take_repair` takes: a number that names this very plan, not its place in the list. */
  option: countShape,
  /** Meetings that move (other slot or table), that go, that come in. */
  moved: countShape,
  cancelled: countShape,
  added: countShape,
  /** Of how many meetings before. */
  ofMeetings: countShape,
  placed: countShape,
  weight: countShape,
  /** No timetable of this value moves fewer. */
  provedMinimal: z.boolean(),
  items: z.array(differenceItem),
  figures: timetableFigures,
});
export type RepairOption = z.output<typeof repairOption>;

export const repairAnswer = z.strictObject({
  /** The published timetable they start from: hand it back to `timetable.take_repair`. Empty where none is published. */
  basedOn: z.union([idShape, z.literal('')]),
  /** Pairs whose meeting the change makes impossible where it stands. */
  hit: z.array(idShape),
  options: z.array(repairOption),
});
export type RepairAnswer = z.output<typeof repairAnswer>;

export const whatIf = z.strictObject({
  now: timetableFigures,
  // biome-ignore lint/suspicious/noThenProperty: figures, no function: nothing takes the answer for a promise.
  then: timetableFigures,
  proof: z.strictObject({ proved: z.boolean(), bound: z.number() }),
});
export type WhatIf = z.output<typeof whatIf>;

/** One slot of the day and what stands in the pair's way there; empty blocks: it is free. */
const slotBlock = z.strictObject({
  slotId: z.string(),
  blocks: z.array(
    z.strictObject({
      kind: z.enum([
        'startup_away',
        'investor_away',
        'pair_away',
        'startup_meets',
        'investor_meets',
        'tables_full',
        'table_taken',
        'rest',
        'startup_max',
        'investor_max',
      ]),
      /** The pair whose meeting is in the way. */
      pairId: idShape.nullable(),
      partyId: idShape.nullable(),
    }),
  ),
});
export type SlotBlock = z.output<typeof slotBlock>;

/** The least that would have to give. */
const remedy = z.strictObject({
  kind: z.enum([
    'free_slot',
    'if_free',
    'move',
    'drop',
    'one_more_table',
    'one_more_slot',
    'raise_max',
    'lift_rest',
    'none',
  ]),
  /** Where the pair would then meet. */
  slotId: z.string().nullable(),
  tableId: idShape.nullable(),
  /** Who would have to be free (`if_free`), or whose maximum or rest stands in the way (`raise_max`, `lift_rest`). */
  partyId: idShape.nullable(),
  /** Meetings that would move or go, with their new place (`slotId` null: gone). */
  changes: z.array(
    z.strictObject({ pairId: z.string(), fromSlotId: z.string(), slotId: z.string().nullable() }),
  ),
  /** Total weight with it, against now. */
  weightChange: z.int(),
});
export type Remedy = z.output<typeof remedy>;

/** Why a wish has no place. `verdict`: the reason's kind. */
export const whyNotAnswer = z.strictObject({
  pairId: idShape,
  startup: namedTwiceShape,
  investor: namedShape,
  verdict: z.enum(['placed', 'does_not_meet', 'closed', 'free', 'blocked', 'outweighed']),
  slots: z.array(slotBlock),
  remedies: z.array(remedy),
});
export type WhyNotAnswer = z.output<typeof whyNotAnswer>;
