import { rowsOfPair } from '@/lib/pair/queries/item';
import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { meetingOperations } from '../operations';
import { canReadMeetings } from '../policy';
import { meetingsOfPairInput } from '../schema';
import { selectMeetingEvents } from './events';
import type { MeetingWithEvents } from './find';
import { selectMeetings } from './select';

/** A pair's meetings in the order of their time, each with its log; cancelled ones too. */
export const listMeetingsOfPair = programQuery({
  operation: meetingOperations.listMeetingsOfPair,
  input: meetingsOfPairInput,
  may: canReadMeetings,
  run: async (tx, scope, { pairId }): Promise<{ meetings: MeetingWithEvents[] }> => {
    const where = Prisma.sql`m.pair_id = ${pairId}::uuid`;
    const meetings = await rowsOfPair(
      tx,
      scope,
      pairId,
      await selectMeetings(tx, scope, { where, limit: 1000 }),
    );
    const events = meetings.length > 0 ? await selectMeetingEvents(tx, scope, { pairId }) : [];
    return {
      meetings: meetings.map((meeting) => ({
        ...meeting,
        events: events.filter((event) => event.meetingId === meeting.id),
      })),
    };
  },
});
