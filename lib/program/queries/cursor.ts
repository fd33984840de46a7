import { z } from 'zod';
import { InvalidInput } from '@/lib/platform/query';

const cursorShape = z.tuple([z.string().max(1000), z.uuid()]);

/** Where a page of a list sorted by name ended: the next one begins after it. */
export type Place = { key: string; id: string };

export function writeCursor({ key, id }: Place): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** Throws InvalidInput for anything `writeCursor` did not write. */
export function readCursor(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  try {
    const [key, id] = cursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { key, id };
  } catch {
    throw new InvalidInput([{ reason: 'invalid', field: ['cursor'] }]);
  }
}
