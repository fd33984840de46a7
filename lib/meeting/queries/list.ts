import { writeCursor } from '@/lib/platform/cursor';
import { readPlace } from '@/lib/platform/ordering';
import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { meetingOperations } from '../operations';
import { canReadMeetings } from '../policy';
import {
  listMeetingsInput,
  type MeetingDay,
  meetingDays,
  meetingDaysInput,
  meetingPage,
  nextMeetingsAnswer,
  nextMeetingsInput,
} from '../schema';
import { agendaZone, isWithoutOutcome, whereMeetings } from './filter';
import { MEETING_ORDERS, selectMeetings, selectSorted } from './select';

/** Meetings by time or by table, at most 1,000 a page; `nextCursor` is null on the last page. */
export const listMeetings = programQuery({
  operation: meetingOperations.listMeetings,
  input: listMeetingsInput,
  output: meetingPage,
  may: canReadMeetings,
  run: async (tx, scope, { limit = 200, cursor, sort = 'time', ...filter }) => {
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

/** The days that have meetings, in order; what was cancelled does not make a day. */
export const listMeetingDays = programQuery({
  operation: meetingOperations.listMeetingDays,
  input: meetingDaysInput,
  output: meetingDays,
  may: canReadMeetings,
  run: async (tx, scope, filter) => {
    const now = new Date();
    const zone = agendaZone(scope, filter.zone);
    const shown = filter.state === 'cancelled' ? Prisma.sql`true` : Prisma.sql`m.state <> 'cancelled'`;
    const days = await tx.$queryRaw<MeetingDay[]>`
      select to_char(m.starts_at at time zone ${zone}, 'YYYY-MM-DD') as day, count(*)::int as meetings,
        (count(*) filter (where ${isWithoutOutcome(now)}))::int as "withoutOutcome"
      from meeting m
      join startup s on s.program_id = m.program_id and s.id = m.startup_id and s.archived_at is null
      join investor i on i.program_id = m.program_id and i.id = m.investor_id and i.archived_at is null
      where m.program_id = ${scope.programId}::uuid
        and (${scope.startupId}::uuid is null or m.startup_id = ${scope.startupId}::uuid)
        and ${shown} and ${whereMeetings(scope, filter, now)}
      group by 1 order by 1`;
    return { days };
  },
});

/** What a home page says of meetings: those to come and those nobody has logged; a startup's people: their own. */
export const nextMeetings = programQuery({
  operation: meetingOperations.nextMeetings,
  input: nextMeetingsInput,
  output: nextMeetingsAnswer,
  may: canReadMeetings,
  run: async (tx, scope, { limit = 5 }) => {
    const now = new Date();
    const upcoming = await selectMeetings(tx, scope, {
      where: Prisma.sql`m.state = 'scheduled' and m.ends_at > ${now}`,
      limit,
    });
    const toLog = await selectMeetings(tx, scope, {
      where: isWithoutOutcome(now),
      latestFirst: true,
      limit,
    });
    if (toLog.length < limit) return { upcoming, toLog, toLogCount: toLog.length };
    const counted = await tx.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from meeting m
      join startup s on s.program_id = m.program_id and s.id = m.startup_id and s.archived_at is null
      join investor i on i.program_id = m.program_id and i.id = m.investor_id and i.archived_at is null
      where m.program_id = ${scope.programId}::uuid
        and (${scope.startupId}::uuid is null or m.startup_id = ${scope.startupId}::uuid) and ${isWithoutOutcome(now)}`;
    return { upcoming, toLog, toLogCount: counted[0]?.n ?? 0 };
  },
});
