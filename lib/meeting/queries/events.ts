import type { Means, ProgramScope } from '@/lib/core/scope';
import type { PersonName } from '@/lib/core/shown-name';
import type { Tx } from '@/lib/platform/database';
import type { Side } from '../rules';

/** One line of a meeting's log, with its time as it then stood. Instants are ISO with Z. */
export type MeetingEventItem = {
  id: string;
  meetingId: string;
  kind: 'booked' | 'moved' | 'changed' | 'cancelled' | 'held' | 'no_show' | 'reopened';
  startsAt: string;
  endsAt: string;
  side: Side | null;
  reason: string | null;
  recordedAt: string;
  by: PersonName | null;
  means: Means;
};

/** The log of a pair's meetings, or of one of them, oldest first. */
export async function selectMeetingEvents(
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
