import { z } from 'zod';
import {
  idField,
  pageFields,
  proseField,
  requiredText,
  textField,
  versionField,
  versionOrNoneField,
} from '@/lib/core/fields';
import { MEETING_STAGES } from '@/lib/pair/rules/stages';
import { WISH_SIDES, WISH_WORDS } from './rules/words';

const stageField = z.enum(MEETING_STAGES);
/** A minimum or maximum of meetings a party; null where there is none. */
const meetingsField = z.int().min(1).max(200).nullable();
const slotIds = z.array(idField).min(1).max(1000);

/** Whom or what a blackout is of. */
const anybody = z.strictObject({
  kind: z.enum(['startup', 'investor', 'contact', 'table']),
  id: idField,
});
const side = z.strictObject({ kind: z.enum(['startup', 'investor']), id: idField });

/** `version` is 0 for a stage whose rules nobody has set yet. */
export const setRulesInput = z.strictObject({
  stage: stageField,
  version: versionOrNoneField,
  startupFloor: z.int().min(0).max(200),
  investorFloor: z.int().min(0).max(200),
  startupMax: meetingsField,
  investorMax: meetingsField,
  /** After so many meetings in a row a party has one slot of rest. */
  startupRestAfter: meetingsField,
  investorRestAfter: meetingsField,
  /** Fewer tables than there are; null uses them all. */
  tablesAtOnce: z.int().min(1).max(1000).nullable(),
  /** Between two meetings of one party. Slots that follow each other closer than this are not both given to it. */
  bufferMinutes: z.int().min(0).max(240),
});

/** A startup's people say their own side's word and name no side; the office names it, `office` if left out. */
export const sayWishInput = z.strictObject({
  pairId: idField,
  said: z.enum(WISH_WORDS),
  side: z.enum(WISH_SIDES).optional(),
});

/**
 * The office's own words on up to 500 pairs. Null takes a word back. `was` is the word that the officer saw, so that nobody
 * overwrites a newer one unseen. A no-thanks is final and private: it is said of one pair at a time.
 */
const wordOfMany = z.enum(['neutral', 'like', 'must']).nullable();
export const sayWishesInput = z.strictObject({
  words: z
    .array(z.strictObject({ pairId: idField, said: wordOfMany, was: wordOfMany }))
    .min(1)
    .max(500)
    .refine((words) => new Set(words.map(({ pairId }) => pairId)).size === words.length, {
      params: { reason: 'twice' },
    }),
});

/** Null gives the weight back to the evidence. */
export const weighPairInput = z.strictObject({
  pairId: idField,
  weight: z.int().min(1).max(5).nullable(),
});

const weightOfPair = weighPairInput.shape.weight;
/** The office's weights of up to 500 pairs. `was` is the one that the officer saw, so that nobody overwrites a newer one unseen. */
export const weighPairsInput = z.strictObject({
  weights: z
    .array(z.strictObject({ pairId: idField, weight: weightOfPair, was: weightOfPair }))
    .min(1)
    .max(500)
    .refine((weights) => new Set(weights.map(({ pairId }) => pairId)).size === weights.length, {
      params: { reason: 'twice' },
    }),
});

/** A whole stroke over the grid, or a whole file: all of it or nothing. */
export const paintBlackoutsInput = z.strictObject({
  stage: stageField,
  paints: z
    .array(z.strictObject({ party: anybody, slotIds, away: z.boolean() }))
    .min(1)
    .max(5000),
});

/** Null lets the party sit at any table again. */
export const fixTableInput = z.strictObject({ stage: stageField, party: side, tableId: idField.nullable() });

/**
 * `from`: the timetable whose meetings the draft begins with. Left out: the meetings as they are booked now. Null: none
 * but those that took place.
 */
export const createDraftInput = z.strictObject({
  stage: stageField,
  name: textField(80).optional(),
  from: idField.nullable().optional(),
});

const edited = { timetableId: idField, version: versionField };

/** To place a meeting or to move it. `tableId` left out: the fixed table of one of the two, else the first free one. Null: no table. */
export const placeInput = z.strictObject({
  ...edited,
  pairId: idField,
  slotId: idField,
  tableId: idField.nullable().optional(),
});
/** Two meetings of the draft take each other's slot and table. */
export const swapInput = z.strictObject({ ...edited, pairId: idField, withPairId: idField });
export const removeInput = z.strictObject({ ...edited, pairId: idField });
/** Locks (or frees) single meetings, all of a slot, or all of a party. */
export const lockInput = z.strictObject({
  ...edited,
  locked: z.boolean(),
  pairIds: z.array(idField).max(2000).optional(),
  slotId: idField.optional(),
  party: side.optional(),
});
export const renameInput = z.strictObject({ ...edited, name: requiredText(80) });
export const draftInput = z.strictObject(edited);

/** `seconds` is a limit, not a promise: the run ends earlier when its answer is proved. */
export const startSolveInput = z.strictObject({
  ...edited,
  seconds: z.int().min(1).max(170).optional(),
  seed: z.int().min(0).max(2_147_483_647).optional(),
});
export const stopSolveInput = z.strictObject({ timetableId: idField });

/** `past`: whoever publishes was asked about meetings that would begin in the past, and means it. */
const saidOfPublication = { note: proseField(500).optional(), past: z.boolean().optional() };
export const publishInput = z.strictObject({ ...edited, ...saidOfPublication });
export const undoPublishInput = z.strictObject({ stage: stageField, ...saidOfPublication });

/** What may happen to a day. `slot_added` puts one more slot behind the last one. */
const changeField = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('party_leaves'), party: side }),
  z.strictObject({ kind: z.literal('party_away'), party: anybody, slotIds }),
  z.strictObject({ kind: z.literal('table_lost'), tableId: idField, slotIds: slotIds.optional() }),
  z.strictObject({ kind: z.literal('slot_lost'), slotId: idField }),
  z.strictObject({ kind: z.literal('slot_added') }),
]);
export type Change = z.output<typeof changeField>;

export const whatIfInput = z.strictObject({ timetableId: idField, change: changeField });
export const repairInput = z.strictObject({ stage: stageField, change: changeField });
/** The option of a repair as it was read: its answer is checked again before a draft is made of it. */
export const takeRepairInput = z.strictObject({
  stage: stageField,
  change: changeField,
  option: z.int().min(0).max(2_147_483_647),
  /** The published timetable the options were worked out from. */
  basedOn: idField,
});

export const stageInput = z.strictObject({ stage: stageField });
export const wishesInput = z.strictObject({ stage: stageField.optional(), ...pageFields });
export const timetableInput = z.strictObject({ timetableId: idField });
export const ofPairInput = z.strictObject({ timetableId: idField, pairId: idField });
/** `from` left out: the published one of the same stage. */
export const compareInput = z.strictObject({ from: idField.optional(), to: idField });
