import { done } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { meetingOperations } from '../operations';
import { canBookMeetings } from '../policy';
import { refusalsOfChange } from '../rules';
import { cancelMeetingInput, changedMeeting } from '../schema';
import { appendMeetingEvent } from './event';
import { lockMeeting, staleMeeting } from './lock';

/** Calls a meeting off; its time, both sides and its table are free again. Refusals: stale, not_scheduled. */
export const cancelMeeting = programCommand({
  operation: meetingOperations.cancelMeeting,
  input: cancelMeetingInput,
  output: changedMeeting,
  may: canBookMeetings,
  run: async (tx, context, input) => {
    const { scope } = context;
    const meeting = await lockMeeting(tx, scope, input.meetingId);
    if (meeting.version !== input.version) return staleMeeting(tx, scope, meeting.id);
    const refusals = refusalsOfChange(meeting.state);
    if (refusals.length > 0) return { ok: false, refusals };
    await tx.meeting.update({
      where: { programId_id: { programId: scope.programId, id: meeting.id } },
      data: { state: 'cancelled', version: { increment: 1 } },
      select: { id: true },
    });
    await appendMeetingEvent(tx, context, meeting, { kind: 'cancelled', reason: input.reason });
    return done({ meetingId: meeting.id, version: meeting.version + 1 });
  },
});
