import { z } from 'zod';
import type { Day } from './days';

/** What answers are made of, as JSON carries it: nothing is turned or trimmed here, other than in fields.ts. */
/** Stands for any id in the examples of the API's document. */
export const EXAMPLE_ID = '0197b3c4-5d6e-7f80-9a1b-2c3d4e5f6071';
export const idShape = z.uuid();
/** Of a change that leaves nothing to say but that it was done. */
export const nothingShape = z.strictObject({});
/** The bytes of a file; the answer's media type says which. */
export const fileShape = z.string().meta({ format: 'binary' });
/** An instant as ISO 8601 with Z. */
export const instantShape = z.iso.datetime();
/** YYYY-MM-DD in the zone that its name or owner says. */
export const dayTextShape = z.iso.date();
/** The same where our own code counts with it, and knows that it exists. */
export const dayShape = dayTextShape as unknown as z.ZodType<Day, Day>;
/** Whole minor units; a sum may be above what one amount may be, and is exact all the same. */
export const minorShape = z.int();
/** Whole minor units as digits, for a sum that may be above what a number holds exactly. */
export const digitsShape = z.string().regex(/^\d+$/);
/** ISO 4217. */
export const currencyShape = z.string().length(3);
export const countShape = z.int().min(0);
export const versionShape = z.int().min(1);

/** Something with one name: an investor, a table. */
export const namedShape = z.strictObject({ id: idShape, name: z.string() });
/** A name and its Latin form, which is empty where none was given: a person's, a startup's, a program's. */
export const twoNamesShape = z.strictObject({ name: z.string(), nameEn: z.string() });
export const namedTwiceShape = twoNamesShape.extend({ id: idShape });

/** A whole list of what no program has more of than `most`; where it might, its query leaves out the rest. */
export const listShape = <Item extends z.ZodType>(item: Item, most: number) =>
  z.strictObject({ items: z.array(item).max(most) });
/** Where the next page begins; null on the last one. */
export const nextCursorShape = z.string().nullable();
export const pageShape = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: nextCursorShape });
/** Of records that are read beside each other, such as the notes of a pair: the newest of them. */
export const MOST_BESIDE = 500;
