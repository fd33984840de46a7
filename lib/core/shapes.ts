import { z } from 'zod';

/** What answers are made of, as JSON carries it: nothing is turned or trimmed here, other than in fields.ts. */
export const idShape = z.uuid();
/** An instant as ISO 8601 with Z. */
export const instantShape = z.iso.datetime();
/** YYYY-MM-DD in the zone that its name or owner says. */
export const dayShape = z.iso.date();
/** Whole minor units; a sum may be above what one amount may be, and is exact all the same. */
export const minorShape = z.int();
/** ISO 4217. */
export const currencyShape = z.string().length(3);
export const countShape = z.int().min(0);
export const versionShape = z.int().min(1);

/** How records name a person; `nameEn` is empty where the person gave no Latin form. */
export const namedPersonShape = z.strictObject({ id: idShape, name: z.string(), nameEn: z.string() });
