import { z } from 'zod';
import type { Day } from './days';

/** What answers are made of, as JSON carries it: nothing is turned or trimmed here, other than in fields.ts. */
export const idShape = z.uuid();
/** Of a change that leaves nothing to say but that it was done. */
export const nothingShape = z.strictObject({});
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

/** How records name a person; `nameEn` is empty where the person gave no Latin form. */
export const personNameShape = z.strictObject({ name: z.string(), nameEn: z.string() });
export const namedPersonShape = personNameShape.extend({ id: idShape });
