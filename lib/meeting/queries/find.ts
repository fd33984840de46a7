import { programQuery } from '@/lib/platform/query';
import { meetingOperations } from '../operations';
import { canReadMeetings } from '../policy';
import { findMeetingInput } from '../schema';
import { type MeetingEventItem, selectMeetingEvents } from './events';
import { findMeetingItem, type MeetingItem } from './item';

export type MeetingWithEvents = MeetingItem & { events: MeetingEventItem[] };

/** One meeting with everything that happened to it. Throws not_found for what is not there or not the viewer's. */
export const findMeeting = programQuery({
  operation: meetingOperations.findMeeting,
  input: findMeetingInput,
  may: canReadMeetings,
  run: async (tx, scope, { meetingId }): Promise<MeetingWithEvents> => {
    const meeting = await findMeetingItem(tx, scope, meetingId);
    const events = await selectMeetingEvents(tx, scope, { pairId: meeting.pair.id, meetingId });
    return { ...meeting, events };
  },
});
