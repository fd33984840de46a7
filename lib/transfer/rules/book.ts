import { attachment, fileSafe } from '@/lib/core/attachment';
import { fractionDigits } from '@/lib/core/currencies';
import type { Day } from '@/lib/core/days';
import { money, moneyFigure } from '@/lib/core/money';
import { beginningOf } from '@/lib/core/text';
import type { Book, BookCell } from '../schema';

export const text = (value: string | null | undefined): BookCell => (value ? { text: value } : null);
export const count = (value: number): BookCell => ({ number: String(value), places: 0 });
export const day = (value: string | null | undefined): BookCell => (value ? { day: value } : null);
export const at = (value: string | null | undefined): BookCell => (value ? { at: value } : null);

type Minor = bigint | number | string;

/** Minor units as they are: whole. */
export const minor = (value: Minor | null): BookCell =>
  value === null ? null : { number: BigInt(value).toString(), places: 0 };

/** In won, dollars and so on, by moving the point and nothing else. Throws RangeError on an unknown currency. */
export function major(value: Minor, currency: string): BookCell {
  const amount = money(value, currency);
  return { number: moneyFigure(amount), places: fractionDigits(amount.currency) };
}

/** `boston-2023_sum-discussed_2023-05-03`: letters, digits, minus and underscore only. */
export function fileName(slug: string, what: string, asOf: Day | string): string {
  const safe = (part: string) => part.replace(/[^A-Za-z0-9-]+/g, '-');
  return [slug, what, asOf].map(safe).join('_');
}

/** The header by which a book is downloaded, with the name of its file and beside it its title in the reader's words. */
export function dispositionOf({ file, fileTitle }: Pick<Book, 'file' | 'fileTitle'>, ending: string): string {
  const own = beginningOf(fileSafe(fileTitle), 120).trim();
  return attachment(`${file}.${ending}`, `${own}.${ending}`);
}
