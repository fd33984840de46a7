import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';

/** Meetings of one party that are planned and not over: what stands in the way of archiving it. */
export function countMeetingsAhead(
  tx: Tx,
  scope: ProgramScope,
  party: { startupId: string } | { investorId: string },
  now: Date,
): Promise<number> {
  return tx.meeting.count({
    where: { programId: scope.programId, ...party, state: 'scheduled', endsAt: { gt: now } },
  });
}
