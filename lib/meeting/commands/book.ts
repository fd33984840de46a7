import { done, type Refusal } from '@/lib/core/result';
import { uuidv7 } from '@/lib/core/uuid';
import { moveStage } from '@/lib/pair/commands/move';
import { lockPair } from '@/lib/pair/commands/refresh';
import { isLaterStage } from '@/lib/pair/rules/stages';
import { programCommand } from '@/lib/platform/command';
import { meetingOperations } from '../operations';
import { canBookMeetings } from '../policy';
import { refusalsOfBooking } from '../rules';
import { bookMeetingInput, changedMeeting } from '../schema';
import { explainClash } from './clash';
import { appendMeetingEvent } from './event';
import { lockAgendas } from './lock';
import { refusalsOfContacts, refusalsOfTable, requireParties, seatContacts } from './parties';
import { findDaysForMeetings, recordWhyItMeets, refusalsOfNoThanks, statusAt } from './standing';

/**
 * Books a meeting of a pair, and with `advance` moves the pair forward to its stage in the same transaction. Refusals: the
 * soft gate gate_no_thanks, which opens with a reason,
 * pair_closed, ends_before_start, too_short_meeting, too_long_meeting, far_from_program, no_such_table,
 * not_a_participant, the gates of the move at `advanceReason`, and from the database startup_busy, investor_busy,
 * table_busy.
 */
export const bookMeeting = programCommand({
  operation: meetingOperations.bookMeeting,
  input: bookMeetingInput,
  output: changedMeeting,
  may: canBookMeetings,
  run: async (tx, context, input) => {
    const { scope, now } = context;
    const { stage, startsAt, endsAt, table: tableId = null, link = null, contactIds = [] } = input;
    const pair = await lockPair(tx, scope.programId, input.pairId);
    await requireParties(tx, scope, pair);
    const refusals: Refusal[] = [
      ...refusalsOfBooking(
        { status: await statusAt(tx, context, pair.id, startsAt), startsAt, endsAt },
        await findDaysForMeetings(tx, scope, now),
      ),
      ...(await refusalsOfNoThanks(tx, scope, pair.id, input.reason)),
      ...(await refusalsOfTable(tx, scope, tableId)),
      ...(await refusalsOfContacts(tx, scope, pair, contactIds)),
    ];
    if (refusals.length > 0) return { ok: false, refusals };
    await lockAgendas(tx, scope, { ...pair, tableId });
    const meeting = {
      id: uuidv7(now),
      pairId: pair.id,
      startupId: pair.startupId,
      investorId: pair.investorId,
      startsAt,
      endsAt,
    };
    await tx.meeting.create({
      data: { ...meeting, programId: scope.programId, stage, tableId, link, createdAt: now },
      select: { id: true },
    });
    await seatContacts(tx, scope, meeting, contactIds);
    await appendMeetingEvent(tx, context, meeting, { kind: 'booked', detail: { stage } });
    recordWhyItMeets(context, meeting, input.reason);
    if (input.advance && isLaterStage(stage, pair.stage)) {
      const reason = input.advanceReason ? { reason: input.advanceReason } : {};
      const move = { pairId: pair.id, stage, version: pair.version, ...reason };
      const moved = await moveStage.within(tx, scope, move, { now });
      if (!moved.ok) return { ok: false, refusals: moved.refusals.map(atAdvance) };
    }
    return done({ meetingId: meeting.id, version: 1 });
  },
  explain: async (tx, clash, input, scope) => {
    const pair = await tx.pair.findUnique({
      where: { programId_id: { programId: scope.programId, id: input.pairId } },
      select: { startupId: true, investorId: true },
    });
    return pair && explainClash(tx, scope, clash, { ...pair, ...input, tableId: input.table ?? null });
  },
});

/** What the move asks for stands at the booking's own field. */
function atAdvance(refusal: Refusal): Refusal {
  return refusal.field?.[0] === 'reason' ? { ...refusal, field: ['advanceReason'] } : refusal;
}
