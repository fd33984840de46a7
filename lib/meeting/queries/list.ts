import { z } from 'zod';
import { InvalidInput, programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { canReadMeetings } from '../policy';
import { listMeetingsInput } from '../schema';
import { whereMeetings } from './filter';
import { type MeetingItem, selectMeetings } from './select';

export type MeetingPage = { items: MeetingItem[]; nextCursor: string | null };

/** Meetings in the order of their time, at most 1,000 a page; `nextCursor` is null on the last page. */
export const listMeetings = programQuery({
  name: 'meeting.list',
  input: listMeetingsInput,
  may: canReadMeetings,
  run: async (tx, scope, { limit = 200, cursor, ...filter }): Promise<MeetingPage> => {
    const after = cursor ? readCursor(cursor) : null;
    if (cursor && !after) throw new InvalidInput([{ reason: 'invalid', field: ['cursor'] }]);
    const where = whereMeetings(scope, filter, new Date());
    const found = await selectMeetings(tx, scope, {
      where: after
        ? Prisma.sql`${where} and (m.starts_at, m.id) > (${after.startsAt}, ${after.id}::uuid)`
        : where,
      limit: limit + 1,
    });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return { items, nextCursor: found.length > limit && last ? cursorOf(last) : null };
  },
});

function cursorOf({ startsAt, id }: MeetingItem): string {
  return Buffer.from(JSON.stringify([startsAt, id])).toString('base64url');
}

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

function readCursor(cursor: string): { startsAt: Date; id: string } | null {
  try {
    const parsed = cursorShape.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return parsed.success ? { startsAt: new Date(parsed.data[0]), id: parsed.data[1] } : null;
  } catch {
    return null;
  }
}
