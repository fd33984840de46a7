import { z } from 'zod';
import { InvalidInput } from './query';

/** The end of a page: what the list is sorted by there, as text, and the row's id. The next page begins behind it. */
export type CursorPlace = { key: string; id: string };

/** What a list is sorted by, as PostgreSQL can hold it. */
export const keyField = z.string().refine((key) => key.isWellFormed() && !key.includes('\u0000'));
const place = z.tuple([keyField, z.uuid()]);

/** Base64url, as `cursorField` takes it, however long the names in the key. */
export function writeCursor({ key, id }: CursorPlace): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** Null where none is given. Throws InvalidInput for anything `writeCursor` did not write. */
export function readCursor(cursor: string | undefined): CursorPlace | null {
  if (!cursor) return null;
  const found = parse(cursor);
  if (!found || writeCursor(found) !== cursor)
    throw new InvalidInput([{ reason: 'invalid', field: ['cursor'] }]);
  return found;
}

/**
 * A page of a list that is read whole each time. It begins behind the row that the cursor names or, where that is gone, at the
 * place where it stood. Throws InvalidInput for a cursor of another list.
 */
export function pageOf<T>(
  list: readonly T[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  idOf: (item: T) => string,
): { items: T[]; nextCursor: string | null } {
  const from = placeIn(list, readCursor(cursor), idOf);
  const items = list.slice(from, from + limit);
  const last = items.at(-1);
  const end = from + items.length;
  const nextCursor = last && end < list.length ? writeCursor({ key: String(end), id: idOf(last) }) : null;
  return { items, nextCursor };
}

function placeIn<T>(list: readonly T[], place: CursorPlace | null, idOf: (item: T) => string): number {
  if (!place) return 0;
  if (!/^\d{1,9}$/.test(place.key)) throw new InvalidInput([{ reason: 'invalid', field: ['cursor'] }]);
  const before = list.findLastIndex((item) => idOf(item) === place.id);
  return before < 0 ? Number(place.key) : before + 1;
}

function parse(cursor: string): CursorPlace | null {
  try {
    const [key, id] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { key, id };
  } catch {
    return null;
  }
}
