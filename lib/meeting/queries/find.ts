import type { ProgramScope } from '@/lib/core/scope';
import { rowsOfPair } from '@/lib/pair/queries/item';
import type { Tx } from '@/lib/platform/database';
import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { meetingOperations } from '../operations';
import { canReadMeetings } from '../policy';
import {
  findMeetingInput,
  type MeetingEventItem,
  meetingsOfPair,
  meetingsOfPairInput,
  meetingWithEvents,
} from '../schema';
import { findMeetingItem, selectMeetings } from './select';

/** The log of a pair's meetings, or of one of them, oldest first. */
async function selectMeetingEvents(
  tx: Tx,
  scope: ProgramScope,
  of: { pairId: string; meetingId?: string },
): Promise<MeetingEventItem[]> {
  const rows = await tx.meetingEvent.findMany({
    where: {
      programId: scope.programId,
      pairId: of.pairId,
      ...(of.meetingId ? { meetingId: of.meetingId } : {}),
      ...(scope.startupId ? { startupId: scope.startupId } : {}),
    },
    orderBy: { seq: 'asc' },
    select: {
      id: true,
      meetingId: true,
      kind: true,
      startsAt: true,
      endsAt: true,
      side: true,
      reason: true,
      recordedAt: true,
      by: { select: { name: true, nameEn: true } },
      means: true,
    },
  });
  return rows.map((row) => ({
    ...row,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
  }));
}

/** One meeting with everything that happened to it. Throws not_found for what is not there or not the viewer's. */
export const findMeeting = programQuery({
  operation: meetingOperations.findMeeting,
  input: findMeetingInput,
  output: meetingWithEvents,
  may: canReadMeetings,
  run: async (tx, scope, { meetingId }) => {
    const meeting = await findMeetingItem(tx, scope, meetingId);
    const events = await selectMeetingEvents(tx, scope, { pairId: meeting.pair.id, meetingId });
    return { ...meeting, events };
  },
});

/** A pair's meetings in the order of their time, each with its log; cancelled ones too. */
export const listMeetingsOfPair = programQuery({
  operation: meetingOperations.listMeetingsOfPair,
  input: meetingsOfPairInput,
  output: meetingsOfPair,
  may: canReadMeetings,
  run: async (tx, scope, { pairId }) => {
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
