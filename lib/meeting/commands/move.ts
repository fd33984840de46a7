import { done, type Refusal, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { dayInZone } from '@/lib/core/zones';
import { type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { meetingOperations } from '../operations';
import { canBookMeetings } from '../policy';
import {
  comesToLieAhead,
  isSamePlace,
  refusalsOfChange,
  refusalsOfPairStatus,
  refusalsOfTime,
} from '../rules';
import { changedMeeting, moveMeetingInput } from '../schema';
import { explainClash } from './clash';
import { appendMeetingEvent } from './event';
import { type LockedMeeting, lockAgendas, lockMeeting, lockPairOf, staleMeeting } from './lock';
import { refusalsOfTable } from './parties';
import {
  findDaysForMeetings,
  recordWhyItMeets,
  refusalsOfLyingAhead,
  refusalsOfNoThanks,
  statusAt,
} from './standing';

/**
 * Moves a meeting to another time, table or link. Refusals: stale, not_scheduled, ends_before_start, too_short_meeting,
 * too_long_meeting, far_from_program, same_time, no_such_table, on a new day pair_closed, from behind to ahead the soft gate
 * gate_no_thanks, which opens with `meetReason`, and from the database startup_busy,
 * investor_busy, table_busy. Throws not_found where it would lie ahead of an archived party.
 */
export const moveMeeting = programCommand({
  operation: meetingOperations.moveMeeting,
  input: moveMeetingInput,
  output: changedMeeting,
  may: canBookMeetings,
  run: async (tx, context, input) => {
    const { scope, now } = context;
    const { startsAt, endsAt, reason = null, meetReason } = input;
    await lockPairOf(tx, scope, input.meetingId);
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
    const asked = [
      ...(await refusalsOfLyingAhead(tx, context, { ...meeting, endsAt, tableId })),
      ...(await refusalsOfNewTime(tx, context, meeting, { startsAt, meetReason })),
    ];
    if (asked.length > 0) return { ok: false, refusals: asked };
    await lockAgendas(tx, scope, { ...meeting, tableId });
    await tx.meeting.update({
      where: { programId_id: { programId: scope.programId, id: meeting.id } },
      data: { startsAt, endsAt, tableId, link, version: { increment: 1 } },
      select: { id: true },
    });
    const detail = { from: meeting.startsAt.toISOString() };
    await appendMeetingEvent(
      tx,
      context,
      { ...meeting, startsAt, endsAt },
      { kind: 'moved', reason, detail },
    );
    recordWhyItMeets(context, meeting, meetReason);
    return done({ meetingId: meeting.id, version: meeting.version + 1 });
  },
  explain: async (tx, clash, input, scope) => {
    const meeting = await lockMeeting(tx, scope, input.meetingId);
    const tableId = input.table === undefined ? meeting.tableId : input.table;
    const { startsAt, endsAt } = input;
    return explainClash(tx, scope, clash, { ...meeting, tableId, startsAt, endsAt, except: meeting.id });
  },
});

/**
 * What was agreed for a day may change its hour, table and link without a word. On another day the pair's status in force
 * there is asked, as of a booking. Whose time is over and who is to meet after all is booked anew, and asked all of it.
 */
async function refusalsOfNewTime(
  tx: Tx,
  context: Pick<Context<ProgramScope>, 'scope' | 'now'>,
  meeting: LockedMeeting,
  { startsAt, meetReason }: { startsAt: Date; meetReason: string | undefined },
): Promise<Refusal[]> {
  const { scope, now } = context;
  const { venueZone } = scope.program;
  const isNew = comesToLieAhead(meeting.startsAt, startsAt, now);
  const isSameDay = dayInZone(meeting.startsAt, venueZone) === dayInZone(startsAt, venueZone);
  if (isSameDay && !isNew) return [];
  return [
    ...refusalsOfPairStatus(await statusAt(tx, context, meeting.pairId, startsAt)),
    ...(isNew ? await refusalsOfNoThanks(tx, scope, meeting.pairId, meetReason, 'meetReason') : []),
  ];
}
