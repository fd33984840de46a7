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

function parse(cursor: string): CursorPlace | null {
  try {
    const [key, id] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { key, id };
  } catch {
    return null;
  }
}
