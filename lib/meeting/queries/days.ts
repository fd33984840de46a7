import type { Day } from '@/lib/core/dates';
import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { meetingOperations } from '../operations';
import { canReadMeetings } from '../policy';
import { meetingDaysInput } from '../schema';
import { agendaZone, isWithoutOutcome, whereMeetings } from './filter';

/** A day of the agenda's zone, how many meetings it has, and how many of them still want an outcome. */
export type MeetingDay = { day: Day; meetings: number; withoutOutcome: number };

/** The days that have meetings, in order; what was cancelled does not make a day. */
export const listMeetingDays = programQuery({
  operation: meetingOperations.listMeetingDays,
  input: meetingDaysInput,
  may: canReadMeetings,
  run: async (tx, scope, filter): Promise<{ days: MeetingDay[] }> => {
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
