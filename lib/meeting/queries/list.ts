import { readCursor, writeCursor } from '@/lib/platform/cursor';
import { programQuery } from '@/lib/platform/query';
import { canReadMeetings } from '../policy';
import { listMeetingsInput } from '../schema';
import { whereMeetings } from './filter';
import { type MeetingItem, selectSorted } from './select';

export type MeetingPage = { items: MeetingItem[]; nextCursor: string | null };

/** Meetings by time or by table, at most 1,000 a page; `nextCursor` is null on the last page. */
export const listMeetings = programQuery({
  name: 'meeting.list',
  input: listMeetingsInput,
  may: canReadMeetings,
  run: async (tx, scope, { limit = 200, cursor, sort, ...filter }): Promise<MeetingPage> => {
    const after = readCursor(cursor);
    const where = whereMeetings(scope, filter, new Date());
    const found = await selectSorted(tx, scope, { where, sort: sort ?? 'time', after, limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(({ item }) => item),
      nextCursor: found.length > limit && last ? writeCursor({ key: last.key, id: last.item.id }) : null,
    };
  },
});
