import { done, type Refusal, type Result, refuse } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { canBookMeetings } from '../policy';
import { isSamePlace, refusalsOfChange, refusalsOfTime } from '../rules';
import { moveMeetingInput } from '../schema';
import { explainClash } from './clash';
import { findDaysForMeetings } from './days';
import { appendMeetingEvent } from './event';
import { lockAgendas, lockMeeting } from './lock';
import { refusalsOfTable } from './parties';
import { staleMeeting } from './stale';

/**
 * Moves a meeting to another time, table or link. Refusals: stale, not_scheduled, ends_before_start, too_short_meeting,
 * too_long_meeting, far_from_program, same_time, no_such_table, and from the database startup_busy, investor_busy, table_busy.
 */
export const moveMeeting = programCommand({
  name: 'meeting.move',
  input: moveMeetingInput,
  may: canBookMeetings,
  run: async (tx, deed, input): Promise<Result<{ meetingId: string; version: number }>> => {
    const { scope, now } = deed;
    const { startsAt, endsAt, reason = null } = input;
    const meeting = await lockMeeting(tx, scope, input.meetingId);
    if (meeting.version !== input.version) return staleMeeting(tx, scope, meeting.id);
    const tableId = input.table === undefined ? meeting.tableId : input.table;
    const refusals: Refusal[] = [
      ...refusalsOfChange(meeting.state),
      ...refusalsOfTime({ startsAt, endsAt }, await findDaysForMeetings(tx, scope, now)),
      ...(tableId === meeting.tableId ? [] : await refusalsOfTable(tx, scope, tableId)),
    ];
    if (refusals.length > 0) return { ok: false, refusals };
    const link = input.link === undefined ? meeting.link : input.link;
    if (isSamePlace(meeting, { startsAt, endsAt, tableId, link })) {
      return refuse('same_time', { field: ['startsAt'] });
    }
    await lockAgendas(tx, scope, { ...meeting, tableId });
    await tx.meeting.update({
      where: { programId_id: { programId: scope.programId, id: meeting.id } },
      data: { startsAt, endsAt, tableId, link, version: { increment: 1 } },
      select: { id: true },
    });
    const detail = { from: meeting.startsAt.toISOString() };
    await appendMeetingEvent(tx, deed, { ...meeting, startsAt, endsAt }, { kind: 'moved', reason, detail });
    return done({ meetingId: meeting.id, version: meeting.version + 1 });
  },
  explain: async (tx, clash, input, scope) => {
    const meeting = await lockMeeting(tx, scope, input.meetingId);
    const tableId = input.table === undefined ? meeting.tableId : input.table;
    const { startsAt, endsAt } = input;
    return explainClash(tx, scope, clash, { ...meeting, tableId, startsAt, endsAt, except: meeting.id });
  },
});
