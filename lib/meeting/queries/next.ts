import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { meetingOperations } from '../operations';
import { canReadMeetings } from '../policy';
import { nextMeetingsInput } from '../schema';
import { isWithoutOutcome } from './filter';
import { type MeetingItem, selectMeetings } from './select';

export type NextMeetings = {
  /** Still to come or going on, the soonest first. */
  upcoming: MeetingItem[];
  /** Held or over and without an outcome, the latest first; all of them are overdue. */
  toLog: MeetingItem[];
  toLogCount: number;
};

/** What a home page says of meetings: those to come and those nobody has logged; a startup's people: their own. */
export const nextMeetings = programQuery({
  operation: meetingOperations.nextMeetings,
  input: nextMeetingsInput,
  may: canReadMeetings,
  run: async (tx, scope, { limit = 5 }): Promise<NextMeetings> => {
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
