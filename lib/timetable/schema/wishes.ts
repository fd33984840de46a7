import { z } from 'zod';
import { countShape, idShape, namedShape, namedTwiceShape, pageShape } from '@/lib/core/shapes';
import { STAGES, STATUSES } from '@/lib/pair/rules/stages';
import { WISH_WORDS } from '../rules/words';
import { stageSlot } from './stage';

/* What was said of pairs, and who is away when. */

export const wishItem = z.strictObject({
  pair: z.strictObject({ id: idShape, stage: z.enum(STAGES), status: z.enum(STATUSES) }),
  startup: namedTwiceShape,
  investor: namedShape,
  /** The strongest word of all sides; for a startup's people their own word. Whose a no-thanks is, nobody reads. */
  wish: z.enum(WISH_WORDS).nullable(),
  /** The reader's own word: the startup's, or the office's. The office has none beside a no-thanks, its own or another's. */
  own: z.enum(WISH_WORDS).nullable(),
  /** What counts in solving, 1 to 5; null for a startup's people, as is the evidence. */
  weight: z.int().nullable(),
  /** The office's own weight; null takes the evidence's. */
  officeWeight: z.int().nullable(),
  /** What rounds before and the last outcome say: its interest of 1 to 5, and meetings held in stages before this one. */
  evidence: z.strictObject({ interest: z.int().nullable(), heldBefore: countShape }).nullable(),
  metBefore: z.boolean(),
  /** Whether this stage's timetable tries to place the pair. */
  isWish: z.boolean(),
});
export type WishItem = z.output<typeof wishItem>;

export const wishList = pageShape(wishItem);

/** The pair whose wish or weight was changed. */
export const changedWish = z.strictObject({ pairId: idShape });

/** How many words changed, and what takes them back: the same operation's input. */
export const changedWishes = z.strictObject({
  changed: countShape,
  undo: z.strictObject({
    words: z.array(
      z.strictObject({
        pairId: idShape,
        said: z.enum(WISH_WORDS).exclude(['no_thanks']).nullable(),
        was: z.enum(WISH_WORDS).exclude(['no_thanks']).nullable(),
      }),
    ),
  }),
});

/** The same of weights; null is the evidence's. */
export const changedWeights = z.strictObject({
  changed: countShape,
  undo: z.strictObject({
    weights: z.array(
      z.strictObject({ pairId: idShape, weight: z.int().nullable(), was: z.int().nullable() }),
    ),
  }),
});

/** By party the slots it is away; `fixedTable` where it keeps one table. Contacts stand below their firm. */
const blackoutRow = z.strictObject({
  kind: z.enum(['startup', 'investor', 'contact', 'table']),
  id: idShape,
  name: z.string(),
  nameEn: z.string(),
  /** Of a contact: the startup or investor it belongs to. */
  of: idShape.nullable(),
  /** Ids of slots. */
  away: z.array(idShape),
  /** Slots taken by a meeting of another stage or outside the grid; they are not painted and cannot be given. */
  busy: z.array(idShape),
  fixedTable: idShape.nullable(),
});
export type BlackoutRow = z.output<typeof blackoutRow>;

export const blackoutGrid = z.strictObject({ slots: z.array(stageSlot), rows: z.array(blackoutRow) });
export type BlackoutGrid = z.output<typeof blackoutGrid>;

/** How many squares a stroke changed. */
export const paintedBlackouts = z.strictObject({ changed: countShape });
export const fixedTable = z.strictObject({ tableId: idShape.nullable() });
