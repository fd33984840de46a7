import type { Refusal } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { bookMeeting } from '@/lib/meeting/commands/book';
import { cancelMeeting } from '@/lib/meeting/commands/cancel';
import { lockAgendasOf } from '@/lib/meeting/commands/lock';
import { markMeeting } from '@/lib/meeting/commands/mark';
import { moveMeeting } from '@/lib/meeting/commands/move';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import type { Tx } from '@/lib/platform/database';
import type { Facts } from '../rules/facts';
import type { Changes, Undo, Where } from '../rules/publication';
import { refusalsAmongMany, refusalsOfArchived } from './refusals';

type Publishing = { scope: ProgramScope; facts: Facts; now: Date; stage: MeetingStage; reason: string };
type Applied = { ok: true; undo: Undo } | { ok: false; refusals: readonly Refusal[] };

/**
 * Takes everything a publication touches, in the order in which bookings take it: pairs, meetings, agendas. What is read
 * after this stays so until the transaction ends.
 */
export async function lockForPublishing(
  tx: Tx,
  scope: ProgramScope,
  stage: MeetingStage,
  pairIds: readonly string[],
): Promise<void> {
  const { programId } = scope;
  const pairs = await tx.$queryRaw<{ startupId: string; investorId: string }[]>`
    select p.startup_id as "startupId", p.investor_id as "investorId" from pair p
    where p.program_id = ${programId}::uuid and (p.id = any(${[...pairIds]}::uuid[]) or exists (
      select from meeting m where m.program_id = p.program_id and m.pair_id = p.id and m.stage = ${stage}::stage
        and m.state <> 'cancelled'))
    order by p.id for update`;
  await tx.$queryRaw`
    select id from meeting where program_id = ${programId}::uuid and stage = ${stage}::stage order by id for update`;
  const tables = await tx.venueTable.findMany({ where: { programId }, select: { id: true } });
  await lockAgendasOf(tx, scope, [
    ...pairs.flatMap(({ startupId, investorId }) => [startupId, investorId]),
    ...tables.map(({ id }) => id),
  ]);
}

/**
 * Carries the changes out through the meetings' own commands. Meetings may trade places on the way: the exclusion
 * constraints wait until all stand, and are asked before this returns.
 */
export async function applyChanges(tx: Tx, context: Publishing, changes: Changes): Promise<Applied> {
  const { scope, now, stage, reason } = context;
  const undo: Undo = { booked: [], moved: [], cancelled: [] };
  const archived = await refusalsOfArchived(tx, context, changes);
  if (archived.length > 0) return { ok: false, refusals: archived };
  const refused = (refusals: readonly Refusal[], at: { pairId: string; to: Where }) => ({
    ok: false as const,
    refusals: refusalsAmongMany(context, refusals, at),
  });
  await tx.$executeRaw`set constraints meeting_startup_once, meeting_investor_once, meeting_table_once deferred`;
  for (const { meetingId, version, pairId, was } of changes.cancel) {
    const cancelled = await cancelMeeting.within(tx, scope, { meetingId, version, reason }, { now });
    if (!cancelled.ok) return cancelled;
    undo.cancelled.push({ meetingId, pairId, was });
  }
  for (const { meetingId, version, pairId, to } of changes.reopen) {
    const open = { meetingId, version, state: 'scheduled' };
    const opened = await markMeeting.within(tx, scope, open, { now });
    if (!opened.ok) return refused(opened.refusals, { pairId, to });
    const back = await placeBack(tx, context, meetingId, opened.value.version, to);
    if (!back.ok) return refused(back.refusals, { pairId, to });
    undo.booked.push({ meetingId, pairId });
  }
  for (const { meetingId, version, pairId, was, to } of changes.move) {
    const { tableId: table, ...when } = to;
    const move = { meetingId, version, ...when, table, reason };
    const moved = await moveMeeting.within(tx, scope, move, { now });
    if (!moved.ok) return refused(moved.refusals, { pairId, to });
    undo.moved.push({ meetingId, pairId, was });
  }
  for (const { pairId, to } of changes.book) {
    const { tableId: table, ...when } = to;
    const booked = await bookMeeting.within(tx, scope, { pairId, stage, ...when, table }, { now });
    if (!booked.ok) return refused(booked.refusals, { pairId, to });
    undo.booked.push({ meetingId: booked.value.meetingId, pairId });
  }
  await tx.$executeRaw`set constraints meeting_startup_once, meeting_investor_once, meeting_table_once immediate`;
  return { ok: true, undo };
}

/** A cancelled meeting keeps its time; it is moved only where that differs. */
async function placeBack(
  tx: Tx,
  { scope, now, reason }: Publishing,
  meetingId: string,
  version: number,
  to: Where,
) {
  const row = await tx.meeting.findUniqueOrThrow({
    where: { programId_id: { programId: scope.programId, id: meetingId } },
    select: { startsAt: true, endsAt: true, tableId: true },
  });
  const there =
    row.startsAt.toISOString() === to.startsAt &&
    row.endsAt.toISOString() === to.endsAt &&
    row.tableId === to.tableId;
  if (there) return { ok: true as const, value: { meetingId, version } };
  const { tableId: table, ...when } = to;
  return moveMeeting.within(tx, scope, { meetingId, version, ...when, table, reason }, { now });
}
