import type { Day } from '@/lib/core/dates';
import { fractionDigits, isCurrency } from '@/lib/core/money';

/**
 * One cell of an export, as what it is: `number` in exact decimal digits with `places` behind the point, `day` a calendar
 * day, `at` an instant (ISO with Z) that is written on the clocks of the book's zone.
 */
export type Cell =
  | { text: string }
  | { number: string; places: number }
  | { day: string }
  | { at: string }
  | null;

export type BookTable = { title: string; columns: string[]; rows: Cell[][] };

/** What an export holds before it is a file: its label, which stands above every table, and the tables. */
export type Book = {
  /** Without its ending; ASCII. */
  file: string;
  /** The same for readers, in their language. */
  fileTitle: string;
  /** IANA name. */
  timeZone: string;
  label: { term: string; value: string }[];
  tables: BookTable[];
};

export const text = (value: string | null | undefined): Cell => (value ? { text: value } : null);
export const count = (value: number): Cell => ({ number: String(value), places: 0 });
export const day = (value: string | null | undefined): Cell => (value ? { day: value } : null);
export const at = (value: string | null | undefined): Cell => (value ? { at: value } : null);

type Minor = bigint | number | string;

/** Minor units as they are: whole. */
export const minor = (value: Minor | null): Cell =>
  value === null ? null : { number: BigInt(value).toString(), places: 0 };

/** In won, dollars and so on, by moving the point and nothing else. Throws RangeError on an unknown currency. */
export function major(value: Minor, currency: string): Cell {
  if (!isCurrency(currency)) throw new RangeError(`Unknown currency: ${currency}`);
  const places = fractionDigits(currency);
  const whole = BigInt(value);
  const digits = (whole < 0n ? -whole : whole).toString().padStart(places + 1, '0');
  const point = digits.length - places;
  const fraction = places > 0 ? `.${digits.slice(point)}` : '';
  return { number: `${whole < 0n ? '-' : ''}${digits.slice(0, point)}${fraction}`, places };
}

/** `boston-2023_sum-discussed_2023-05-03`: letters, digits, minus and underscore only. */
export function fileName(slug: string, what: string, asOf: Day | string): string {
  const safe = (part: string) => part.replace(/[^A-Za-z0-9-]+/g, '-');
  return [slug, what, asOf].map(safe).join('_');
}
