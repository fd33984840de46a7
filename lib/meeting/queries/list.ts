import { writeCursor } from '@/lib/platform/cursor';
import { readPlace } from '@/lib/platform/ordering';
import { programQuery } from '@/lib/platform/query';
import { meetingOperations } from '../operations';
import { canReadMeetings } from '../policy';
import { listMeetingsInput } from '../schema';
import { whereMeetings } from './filter';
import { MEETING_ORDERS, type MeetingItem, selectSorted } from './select';

export type MeetingPage = { items: MeetingItem[]; nextCursor: string | null };

/** Meetings by time or by table, at most 1,000 a page; `nextCursor` is null on the last page. */
export const listMeetings = programQuery({
  operation: meetingOperations.listMeetings,
  input: listMeetingsInput,
  may: canReadMeetings,
  run: async (tx, scope, { limit = 200, cursor, sort = 'time', ...filter }): Promise<MeetingPage> => {
    const order = MEETING_ORDERS[sort];
    const after = readPlace(cursor, order);
    const where = whereMeetings(scope, filter, new Date());
    const found = await selectSorted(tx, scope, { where, order, after, limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(({ item }) => item),
      nextCursor: found.length > limit && last ? writeCursor({ key: last.key, id: last.item.id }) : null,
    };
  },
});
