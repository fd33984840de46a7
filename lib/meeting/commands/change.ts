import { done, refuse } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { meetingOperations } from '../operations';
import { canBookMeetings } from '../policy';
import { changedMeeting, changeMeetingInput } from '../schema';
import { appendMeetingEvent } from './event';
import { lockMeeting, staleMeeting } from './lock';
import { refusalsOfContacts, seatContacts } from './parties';

/** Changes a meeting's link and people, not its time. Refusals: stale, cancelled, not_a_participant. */
export const changeMeeting = programCommand({
  operation: meetingOperations.changeMeeting,
  input: changeMeetingInput,
  output: changedMeeting,
  may: canBookMeetings,
  run: async (tx, context, input) => {
    const { scope } = context;
    const meeting = await lockMeeting(tx, scope, input.meetingId);
    if (meeting.version !== input.version) return staleMeeting(tx, scope, meeting.id);
    if (meeting.state === 'cancelled') return refuse('cancelled');
    if (input.contactIds) {
      const refusals = await refusalsOfContacts(tx, scope, meeting, input.contactIds);
      if (refusals.length > 0) return { ok: false, refusals };
      await seatContacts(tx, scope, meeting, input.contactIds);
    }
    await tx.meeting.update({
      where: { programId_id: { programId: scope.programId, id: meeting.id } },
      data: { ...(input.link === undefined ? {} : { link: input.link }), version: { increment: 1 } },
      select: { id: true },
    });
    const detail = { link: input.link !== undefined, people: input.contactIds !== undefined };
    await appendMeetingEvent(tx, context, meeting, { kind: 'changed', detail });
    return done({ meetingId: meeting.id, version: meeting.version + 1 });
  },
});
