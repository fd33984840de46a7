import { z } from 'zod';
import { isCurrency } from './currencies';
import { type Day, isWrittenYear, parseDay, WRITTEN_YEARS } from './days';
import { isReadableLine, isReadableProse, isSeenWhole, tidyLine, tidyProse } from './text';
import { isUpload, type Upload } from './upload';
import { isZone } from './zones';

/** The scalars that inputs are made of. Strict: an object where a string belongs is refused (never an operator). */
const refuseWith = (reason: string) => ({ params: { reason } });
/** A length is checked first, and a text that is too long is not looked at any further. */
const FINAL = { abort: true };

export const idField = z.uuid().toLowerCase();
/** PostgreSQL's `integer`. */
const LARGEST_INTEGER = 2_147_483_647;
export const versionField = z.int().min(1).max(LARGEST_INTEGER);
/** Of a record that may not be there yet. */
export const versionOrNoneField = z.int().min(0).max(LARGEST_INTEGER);
export const slugField = z
  .string()
  .max(60, FINAL)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Decomposed letters take up to three places where the composed one takes one: the true length is counted after. */
const within = (max: number) =>
  z.string().refine((text) => text.length <= 3 * max, {
    params: { reason: 'too_long', params: { max } },
    abort: true,
  });

/** A name or another text of one line. Composed (NFC), single spaces; what nobody can see is refused. */
export const textField = (max: number) =>
  within(max)
    .refine(isReadableLine, { ...refuseWith('unreadable'), abort: true })
    .refine(isSeenWhole, { ...refuseWith('unseen'), abort: true })
    .overwrite(tidyLine)
    .max(max, FINAL);
export const requiredText = (max: number) => textField(max).min(1);

/** Several lines of somebody's own words, composed (NFC). */
export const proseField = (max: number) =>
  within(max)
    .refine(isReadableProse, { ...refuseWith('unreadable'), abort: true })
    .overwrite(tidyProse)
    .max(max, FINAL);
export const requiredProse = (max: number) => proseField(max).min(1);

/** Words to look for, as pasted: unseen characters are no hindrance, the search key leaves them out. */
export const searchField = (max: number) =>
  within(max)
    .refine((text) => isReadableProse(text), refuseWith('unreadable'))
    .overwrite(tidyLine)
    .max(max, FINAL);

/** Where a page goes on, as `writeCursor` wrote it: base64url, long enough for the longest names. */
export const cursorField = z
  .string()
  .max(8000, FINAL)
  .refine((text) => /^[A-Za-z0-9_-]*$/.test(text), refuseWith('invalid'));

/** More than any list has: for screens that show one whole. */
export const WHOLE_LIST = 100_000;
/** The pages of a list that screens show whole. */
export const pageFields = {
  limit: z.coerce.number().int().min(1).max(WHOLE_LIST).default(1000),
  cursor: cursorField.optional(),
};
export const pageInput = z.strictObject(pageFields);

/** YYYY-MM-DD, a day that exists, of the years 1900 to 2200: what a reader may ask for. */
export const dayField = z
  .string()
  .max(20, FINAL)
  .refine((text) => parseDay(text) !== null, refuseWith('not_a_date'))
  .meta({ format: 'date' })
  .transform((text) => parseDay(text) as Day);

const yearsRefused = {
  params: {
    reason: 'year_out_of_range',
    params: { min: String(WRITTEN_YEARS.min), max: String(WRITTEN_YEARS.max) },
  },
};

/** A day that is written down: planned, paid, agreed. */
export const writtenDayField = dayField.refine((day) => isWrittenYear(Number(day.slice(0, 4))), yearsRefused);

/** An instant with its offset, at most 14 hours as zones have it; a local time without a zone is refused. */
export const instantField = z.iso
  .datetime({ offset: true, abort: true })
  .max(40, FINAL)
  .refine(hasZonesOffset, { ...refuseWith('not_datetime'), abort: true })
  .transform((text) => new Date(text))
  .refine((instant) => isWrittenYear(instant.getUTCFullYear()), yearsRefused);

/** When a meeting begins or ends: clocks on the wall show minutes. */
export const minuteField = instantField.refine(
  (instant) => instant.getTime() % 60_000 === 0,
  refuseWith('not_whole_minutes'),
);

function hasZonesOffset(text: string): boolean {
  const [, hours = '0', minutes = '0'] = /[+-](\d{2}):(\d{2})$/.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes) <= 14 * 60;
}

export const zoneField = z
  .string()
  .refine(isZone, refuseWith('not_a_zone'))
  .meta({ examples: ['Asia/Seoul'] });
export const currencyField = z
  .string()
  .refine(isCurrency, refuseWith('not_a_currency'))
  .meta({ examples: ['KRW'] });
/** Whole minor units, at most 10^15, so that JSON carries them exactly. */
export const minorField = z.int().min(0).max(1_000_000_000_000_000);

const LONGEST_EMAIL = 254;

/** One address, folded; lists, unseen signs and look-alikes that normalise to another address are refused (T7). */
export const emailField = z
  .string()
  .trim()
  .max(LONGEST_EMAIL, FINAL)
  .refine(
    (text) =>
      text === text.normalize('NFKC') &&
      /^[^\s\p{C}@,;<>"()]+@[^\s\p{C}@,;<>"().]+(?:\.[^\s\p{C}@,;<>"().]+)+$/u.test(text),
    refuseWith('not_an_email'),
  )
  .meta({ format: 'email' })
  .transform((text) => text.toLowerCase());

/** http(s) only: a link may not carry a script. */
export const linkField = z
  .string()
  .trim()
  .max(500, FINAL)
  .refine((text) => /^https?:\/\/[^\s\p{C}]+$/iu.test(text) && URL.canParse(text), refuseWith('not_a_url'))
  .meta({ format: 'uri' });

/** A file of at most so many bytes: a browser sends a `File`, a command finds an `Upload`. */
export const fileField = (max: number) =>
  z
    .custom<File | Upload>(isUpload, refuseWith('no_file'))
    .transform((file) => file as Upload)
    .refine(({ size }) => size <= max, { params: { reason: 'file_too_large', params: { max } } })
    .refine(({ size }) => size > 0, refuseWith('file_empty'))
    .meta({ type: 'string', format: 'binary', contentMediaType: 'application/octet-stream' });

/** A filter of several values: a list, or `a,b` as an address writes it; an empty text filters nothing. At most 500. */
export const several = <T extends z.ZodType>(item: T) =>
  z.preprocess(listOf, z.array(item).max(500).optional()).optional();

function listOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value === '' ? undefined : value.split(',').filter(Boolean);
}

/** What is asked for without a word. */
export const noInput = z.strictObject({});
