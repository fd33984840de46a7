import { z } from 'zod';
import { isCurrency } from './currencies';
import { type Day, parseDay } from './days';
import { isZone } from './zones';

/** The scalars that inputs are made of. Strict: an object where a string belongs is refused (never an operator). */
const refuseWith = (reason: string) => ({ params: { reason } });
/** A length is checked first, and a text that is too long is not looked at any further. */
const FINAL = { abort: true };

export const idField = z.uuid();
export const versionField = z.int().min(1);
export const slugField = z
  .string()
  .max(60, FINAL)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
// PostgreSQL text cannot hold NUL.
const cleanText = (value: string) => !value.includes('\u0000');

export const textField = (max: number) =>
  z.string().trim().max(max, FINAL).refine(cleanText, refuseWith('wrong_type'));
export const requiredText = (max: number) =>
  z.string().trim().min(1).max(max, FINAL).refine(cleanText, refuseWith('wrong_type'));

/** YYYY-MM-DD, a day that exists. */
export const dayField = z
  .string()
  .refine((text) => parseDay(text) !== null, refuseWith('not_a_date'))
  .transform((text) => parseDay(text) as Day);

/** An instant with its offset; a local time without a zone is refused. */
export const instantField = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
export const zoneField = z.string().refine(isZone, refuseWith('not_a_zone'));
export const currencyField = z.string().refine(isCurrency, refuseWith('not_a_currency'));
/** Whole minor units, at most 10^15, so that JSON carries them exactly. */
export const minorField = z.int().min(0).max(1_000_000_000_000_000);

/** One address, folded; lists, unseen signs and look-alikes that normalise to another address are refused (T7). */
export const emailField = z
  .string()
  .trim()
  .max(254, FINAL)
  .refine(
    (text) =>
      text === text.normalize('NFKC') &&
      /^[^\s\p{C}@,;<>"()]+@[^\s\p{C}@,;<>"().]+(?:\.[^\s\p{C}@,;<>"().]+)+$/u.test(text),
    refuseWith('not_an_email'),
  )
  .transform((text) => text.toLowerCase());

/** http(s) only: a link may not carry a script. */
export const linkField = z
  .string()
  .trim()
  .max(500, FINAL)
  .refine((text) => /^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) && URL.canParse(text), refuseWith('not_a_url'));

/** A filter of several values: a list, or `a,b` as an address writes it; an empty text filters nothing. At most 500. */
export const several = <T extends z.ZodType>(item: T) =>
  z.preprocess(listOf, z.array(item).max(500).optional()).optional();

function listOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value === '' ? undefined : value.split(',').filter(Boolean);
}
