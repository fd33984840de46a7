import { AppError } from '@/lib/core/errors';
import { refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { type LockedPair, lockPair } from '@/lib/pair/commands/refresh';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import type { Tx } from '@/lib/platform/database';
import { findMeetingItem } from '../queries/select';
import type { MeetingState, Side } from '../rules';

export type LockedMeeting = {
  id: string;
  pairId: string;
  startupId: string;
  investorId: string;
  stage: MeetingStage;
  startsAt: Date;
  endsAt: Date;
  tableId: string | null;
  link: string | null;
  state: MeetingState;
  noShowSide: Side | null;
  version: number;
};

/** The pair of a meeting, to be taken before it. Throws not_found for a meeting that is not there or not the viewer's. */
export async function lockPairOf(tx: Tx, scope: ProgramScope, meetingId: string): Promise<LockedPair> {
  const { programId, startupId } = scope;
  const meeting = await tx.meeting.findUnique({
    where: { programId_id: { programId, id: meetingId }, ...(startupId ? { startupId } : {}) },
    select: { pairId: true },
  });
  if (!meeting) throw new AppError('not_found', 'meeting');
  return lockPair(tx, programId, meeting.pairId);
}

/** Takes the meeting's row for this transaction. Throws not_found for what is not there or not the viewer's. */
export async function lockMeeting(tx: Tx, scope: ProgramScope, meetingId: string): Promise<LockedMeeting> {
  const rows = await tx.$queryRaw<LockedMeeting[]>`
    select id, pair_id as "pairId", startup_id as "startupId", investor_id as "investorId", stage, starts_at as "startsAt",
      ends_at as "endsAt", table_id as "tableId", link, state, no_show_side as "noShowSide", version
    from meeting
    where program_id = ${scope.programId}::uuid and id = ${meetingId}::uuid
      and (${scope.startupId}::uuid is null or startup_id = ${scope.startupId}::uuid)
    for update`;
  const meeting = rows[0];
  if (!meeting) throw new AppError('not_found', 'meeting');
  return meeting;
}

/** Somebody changed the meeting since it was read: the refusal carries it as it stands now. */
export async function staleMeeting(tx: Tx, scope: ProgramScope, meetingId: string) {
  return refuse('stale', { field: ['version'], current: await findMeetingItem(tx, scope, meetingId) });
}

/**
 * One booking after the other for a startup, an investor and a table. The exclusion constraints refuse a clash without
 * it, but two that check each other at once would deadlock instead of one of them being told.
 */
export async function lockAgendas(
  tx: Tx,
  scope: ProgramScope,
  whose: { startupId: string; investorId: string; tableId?: string | null },
): Promise<void> {
  const ids = [whose.startupId, whose.investorId, whose.tableId];
  await lockAgendasOf(
    tx,
    scope,
    ids.filter((id) => typeof id === 'string'),
  );
}

/** The same for many startups, investors and tables at once, always in the same order. */
export async function lockAgendasOf(tx: Tx, scope: ProgramScope, ids: readonly string[]): Promise<void> {
  const keys = [...new Set(ids)].sort().map((id) => `${scope.programId} ${id}`);
  await tx.$queryRaw`
    select count(pg_advisory_xact_lock(hashtextextended(k, 0))) from unnest(${keys}::text[]) with ordinality u(k, n)`;
}
