import { z } from 'zod';
import {
  cursorField,
  dayField,
  idField,
  instantField,
  proseField,
  requiredProse,
  searchField,
  several,
  textField,
  versionField,
  writtenDayField,
} from '@/lib/core/fields';
import {
  currencyShape,
  dayTextShape,
  idShape,
  instantShape,
  MOST_BESIDE,
  minorShape,
  namedShape,
  namedTwiceShape,
  pageShape,
  versionShape,
} from '@/lib/core/shapes';
import { sectorField } from '@/lib/party/schema';
import { INTERESTS, NEXT_MEETINGS, NO_OWNER, readAmountRange } from './rules/filter';
import { LIVE_RUNGS, PAIR_SORTS } from './rules/item';
import {
  GATE_NEEDS,
  MEETING_STAGES,
  REASON_CODES,
  REASON_FILTERS,
  STAGES,
  STATUSES,
  VISIBILITIES,
} from './rules/stages';

export const stageField = z.enum(STAGES);
export const statusField = z.enum(STATUSES);
export const meetingStageField = z.enum(MEETING_STAGES);
export const visibilityField = z.enum(VISIBILITIES);
const reasonText = proseField(500).optional();

/** How many pairs one command takes at once. */
const MOST_PAIRS = 500;

function isEachOnce(rows: readonly { pairId: string }[]): boolean {
  return new Set(rows.map(({ pairId }) => pairId)).size === rows.length;
}

/** The reads of one pair. */
export const pairInput = z.strictObject({ pairId: idField });

const flag = z
  .preprocess((value) => (value === '1' || value === 'true' ? true : value), z.literal(true))
  .optional();

export const pairFilter = {
  stage: several(stageField),
  status: several(statusField),
  startup: several(idField),
  investor: several(idField),
  sector: several(sectorField),
  owner: several(z.union([idField, z.literal(NO_OWNER)])),
  rung: several(z.enum(LIVE_RUNGS)),
  reason: several(z.enum(REASON_FILTERS)),
  interest: several(z.enum(INTERESTS)),
  /** A currency and a range of its minor units, `KRW:100000000-500000000`; either end may be left out. */
  amount: z
    .string()
    .max(40, { abort: true })
    .refine((text) => readAmountRange(text) !== null, { params: { reason: 'invalid' } })
    .optional(),
  nextMeeting: several(z.enum(NEXT_MEETINGS)),
  /** Pairs that reached this stage or a later one. */
  reached: stageField.optional(),
  /** Pairs with a held meeting of this stage. */
  met: stageField.optional(),
  /** Next step's date is over, as of the clock's day. */
  overdue: flag,
  /** Open pairs that stand in a meeting's stage without a meeting of it, planned or held; by the bookings of now. */
  unscheduled: flag,
  q: searchField(100).optional(),
};

export const listPairsInput = z.strictObject({
  ...pairFilter,
  asOf: dayField.optional(),
  knownOn: dayField.optional(),
  sort: z.enum(PAIR_SORTS.flatMap((sort) => [sort, `-${sort}`] as const)).optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  cursor: cursorField.optional(),
});

export type PairFilter = Pick<z.output<typeof listPairsInput>, keyof typeof pairFilter>;

/** What a whole filtered list is asked for at once: neither its order nor its pages. */
export const summarizePairsInput = listPairsInput.omit({ sort: true, limit: true, cursor: true });

/** A pair with the filter and order of the list it stands in. */
export const listNeighboursInput = listPairsInput
  .omit({ limit: true, cursor: true })
  .extend({ pairId: idField });

export const moveStageInput = z.strictObject({
  pairId: idField,
  stage: stageField,
  reason: reasonText,
  effectiveAt: instantField.optional(),
  version: versionField,
});

export const changeStatusInput = z.strictObject({
  pairId: idField,
  status: statusField,
  reasonCode: z.enum(REASON_CODES).optional(),
  reason: reasonText,
  effectiveAt: instantField.optional(),
  version: versionField,
});

export const voidEventInput = z.strictObject({
  pairId: idField,
  eventId: idField,
  reason: requiredProse(500),
});

/** Up to 500 pairs at once, each of them once and with the version that the officer saw. */
const manyPairs = z
  .array(z.strictObject({ pairId: idField, version: versionField }))
  .min(1)
  .max(MOST_PAIRS)
  .refine(isEachOnce, { params: { reason: 'twice' } });

export const moveStagesInput = z.strictObject({ pairs: manyPairs, stage: stageField, reason: reasonText });

export const changeStatusesInput = changeStatusInput
  .omit({ pairId: true, version: true, effectiveAt: true })
  .extend({ pairs: manyPairs });

/** Entries of the logs of stages and statuses, as a change of one or of many pairs answered them. */
export const undoMovesInput = z.strictObject({ eventIds: z.array(idField).min(1).max(MOST_PAIRS) });

const editable = z.strictObject({
  nextStep: textField(300).nullable().optional(),
  nextStepOn: writtenDayField.nullable().optional(),
  nextStepOwnerId: idField.nullable().optional(),
  ownerId: idField.nullable().optional(),
});

/** A patch of what people edit; `base` holds the values they started from, so that other fields' edits merge. */
export const editPairInput = z.strictObject({
  pairId: idField,
  version: versionField,
  changes: editable,
  base: editable.optional(),
});

/** Up to 500 edits at once, at most one of each pair; the fields of one are those of an edit of a single pair. */
export const editPairsInput = z.strictObject({
  edits: z
    .array(editPairInput)
    .min(1)
    .max(MOST_PAIRS)
    .refine(isEachOnce, { params: { reason: 'twice' } }),
});

export const addNoteInput = z.strictObject({
  pairId: idField,
  body: requiredProse(5000),
  visibility: visibilityField,
});

export const editNoteInput = z.strictObject({
  pairId: idField,
  noteId: idField,
  version: versionField,
  body: requiredProse(5000).optional(),
  visibility: visibilityField.optional(),
  archived: z.boolean().optional(),
});

export const pairStartup = namedTwiceShape.extend({ sector: z.string() });

const liveAmount = z.strictObject({
  rung: z.enum(LIVE_RUNGS),
  minor: minorShape,
  currency: currencyShape,
  effectiveOn: dayTextShape,
});
export type LiveAmount = z.output<typeof liveAmount>;

/** A pair as lists, board, matrix and API show it. */
export const pairItem = z.strictObject({
  id: idShape,
  startup: pairStartup,
  investor: namedShape,
  stage: stageField,
  stageSince: instantShape,
  status: statusField,
  reasonCode: z.enum(REASON_CODES).nullable(),
  version: versionShape,
  /** What counts: the latest amount of the highest live rung; empty without one. */
  amounts: z.array(liveAmount),
  interest: z.int().nullable(),
  nextStep: z
    .strictObject({ text: z.string(), on: dayTextShape.nullable(), owner: namedTwiceShape.nullable() })
    .nullable(),
  owner: namedTwiceShape.nullable(),
  /** The next one not yet over; seen from a past date, the one that then lay ahead. */
  nextMeeting: z
    .strictObject({
      id: idShape,
      stage: meetingStageField,
      startsAt: instantShape,
      endsAt: instantShape,
    })
    .nullable(),
  /** What a move forward would still ask for; empty in a view of the past, where nothing moves. */
  gates: z.array(z.strictObject({ needs: z.enum(GATE_NEEDS), strength: z.enum(['soft', 'hard']) })),
});
export type PairItem = z.output<typeof pairItem>;

export const pairPage = pageShape(pairItem);

const neighbour = pairItem.pick({ id: true, startup: true, investor: true });
/** The pairs before and after one in the list the reader came from; null at its ends. */
export const neighbours = z.strictObject({ previous: neighbour.nullable(), next: neighbour.nullable() });
export type Neighbours = z.output<typeof neighbours>;

/** Who may own a pair's next step; only the office's people may own the pair itself. */
const possibleOwner = namedTwiceShape.extend({ side: z.enum(['program', 'startup']) });
export type PossibleOwner = z.output<typeof possibleOwner>;
export const possibleOwners = z.array(possibleOwner).max(MOST_BESIDE);

/** A pair after a change, and the entry of its log that the change wrote: what an undo voids. */
export const movedPair = z.strictObject({ pair: pairItem, eventId: idShape });
export type MovedPair = z.output<typeof movedPair>;
export const movedPairs = z.strictObject({ moved: z.array(movedPair) });
export const changedPair = z.strictObject({ pair: pairItem });
export const changedPairs = z.strictObject({ pairs: z.array(pairItem) });
export const addedNote = z.strictObject({ noteId: idShape });
export const editedNote = z.strictObject({ noteId: idShape, version: versionShape });
