import type { ProgramScope } from '@/lib/core/scope';
import type { Context } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import type { Side } from '../rules';

type Entry = {
  kind: 'booked' | 'moved' | 'changed' | 'cancelled' | 'held' | 'no_show' | 'reopened';
  side?: Side | null;
  reason?: string | null;
  detail?: Record<string, string | number | boolean | null>;
};

type Subject = { id: string; pairId: string; startupId: string; startsAt: Date; endsAt: Date };

/** Appends to the meeting's log, with its time as it now stands, and to the audit trail. */
export async function appendMeetingEvent(
  tx: Tx,
  { scope, viewer, now, record }: Context<ProgramScope>,
  meeting: Subject,
  { kind, side = null, reason = null, detail = {} }: Entry,
): Promise<void> {
  await tx.meetingEvent.create({
    data: {
      programId: scope.programId,
      startupId: meeting.startupId,
      pairId: meeting.pairId,
      meetingId: meeting.id,
      kind,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      side,
      reason: reason || null,
      recordedAt: now,
      byId: viewer.personId,
      means: viewer.means,
    },
  });
  record({
    subject: 'meeting',
    subjectId: meeting.id,
    pairId: meeting.pairId,
    startupId: meeting.startupId,
    detail: { kind, startsAt: meeting.startsAt.toISOString(), ...(side ? { side } : {}), ...detail },
  });
}
