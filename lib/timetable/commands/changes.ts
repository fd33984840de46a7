import type { Refusal } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { PersonName } from '@/lib/core/shown-name';
import { isClosed, type MeetingStage } from '@/lib/pair/rules/stages';
import type { Tx } from '@/lib/platform/database';
import { personNameColumn } from '@/lib/platform/json-columns';
import { Prisma } from '@/prisma/client/client';
import { type Facts, isPast, type LiveMeeting, type Planned } from '../rules/facts';
import { type Changes, isSameSlotAndTable, type Undo, type Where } from '../rules/publication';
import { refusalOfMeeting } from './refusals';

/** The latest line of a meeting's log: when in the log it stands, what it is, who wrote it. */
type LastEvent = { meetingId: string; pairId: string; seq: bigint; kind: string; by: PersonName | null };

type Plans = {
  facts: Facts;
  /** What is published now, and what is to be. */
  was: readonly Planned[];
  is: readonly Planned[];
  /** Up to where in the log of meetings the new plan knows them. */
  knows: bigint;
};
type Found = { changes: Changes; conflicts: Refusal[] };

const nothing = (): Found => ({ changes: { cancel: [], move: [], book: [], reopen: [] }, conflicts: [] });

/**
 * The way from the meetings as they stand to the plan; or, in words, what somebody did in between that the plan does not
 * know and would undo: booked_meanwhile, moved_meanwhile, cancelled_meanwhile, held_would_move, seat_taken.
 */
export async function changesTo(tx: Tx, scope: ProgramScope, plans: Plans): Promise<Found> {
  const { facts, was, is, knows } = plans;
  const last = await lastEvents(tx, scope, facts.setup.stage);
  const slotOf = new Map(facts.slots.map((slot) => [slot.id, slot]));
  const wanted = new Map(is.map((meeting) => [meeting.pairId, meeting]));
  const before = new Map(was.map((meeting) => [meeting.pairId, meeting]));
  const standing = new Set<string>();
  const { changes, conflicts } = nothing();
  const refuseTo = (
    reason: string,
    { pairId, slotId }: LiveMeeting | Planned,
    by: PersonName | null = null,
  ) =>
    conflicts.push(
      refusalOfMeeting({ scope, facts }, reason, { pairId, by, startsAt: slotOf.get(slotId)?.startsAt }),
    );
  const whereOf = ({ slotId, tableId }: { slotId: string; tableId: string | null }): Where => {
    const slot = slotOf.get(slotId);
    return { startsAt: slot?.startsAt ?? '', endsAt: slot?.endsAt ?? '', tableId };
  };
  for (const meeting of facts.live) {
    standing.add(meeting.pairId);
    const to = wanted.get(meeting.pairId);
    if (to && isSameSlotAndTable(meeting, to)) continue;
    if (isPast(meeting)) {
      refuseTo('held_would_move', meeting);
      continue;
    }
    const written = last.get(meeting.meetingId);
    const published = before.get(meeting.pairId);
    const isOurs = published !== undefined && isSameSlotAndTable(meeting, published);
    if (!isOurs && written && written.seq > knows) {
      refuseTo(published ? 'moved_meanwhile' : 'booked_meanwhile', meeting, written.by);
      continue;
    }
    const { meetingId, version, pairId } = meeting;
    if (to) changes.move.push({ meetingId, version, pairId, was: whereOf(meeting), to: whereOf(to) });
    else changes.cancel.push({ meetingId, version, pairId, was: whereOf(meeting) });
  }
  const cancelled = new Map(
    [...last.values()]
      .filter(({ kind, seq }) => kind === 'cancelled' && seq > knows)
      .map((event) => [event.pairId, event]),
  );
  for (const meeting of is) {
    if (standing.has(meeting.pairId)) continue;
    const gone = before.has(meeting.pairId) ? cancelled.get(meeting.pairId) : undefined;
    if (gone) refuseTo('cancelled_meanwhile', meeting, gone.by);
    else changes.book.push({ pairId: meeting.pairId, to: whereOf(meeting) });
  }
  const pairOf = new Map(facts.pairs.map((pair) => [pair.id, pair]));
  const touched = new Set([...changes.move, ...changes.book].map(({ pairId }) => pairId));
  for (const meeting of is) {
    const pair = pairOf.get(meeting.pairId);
    if (!pair || !touched.has(pair.id)) continue;
    if (isClosed(pair.status)) refuseTo('pair_closed_meanwhile', meeting);
    if (pair.wish === 'no_thanks') refuseTo('pair_does_not_meet', meeting);
    const isTaken = [pair.startupId, pair.investorId, meeting.tableId].some(
      (id) => id && (facts.away.get(id)?.has(meeting.slotId) ?? false),
    );
    if (isTaken) refuseTo('seat_taken', meeting);
  }
  return { changes, conflicts };
}

async function lastEvents(
  tx: Tx,
  { programId }: ProgramScope,
  stage: MeetingStage,
): Promise<Map<string, LastEvent>> {
  const rows = await tx.$queryRaw<LastEvent[]>`
    select distinct on (e.meeting_id) e.meeting_id as "meetingId", e.pair_id as "pairId", e.seq, e.kind, ${personNameColumn(Prisma.sql`p`)} as by
    from meeting_event e
    join meeting m on m.program_id = e.program_id and m.id = e.meeting_id and m.stage = ${stage}::stage
    left join person p on p.id = e.by_id
    where e.program_id = ${programId}::uuid
    order by e.meeting_id, e.seq desc`;
  return new Map(rows.map((row) => [row.meetingId, row]));
}

type MeetingRow = {
  id: string;
  version: number;
  state: string;
  startsAt: Date;
  endsAt: Date;
  tableId: string | null;
};

/**
 * The way back from a publication; or, in words, meetings that do not stand as it left them: held_since, changed_since.
 * `plan` is the published one.
 */
export async function changesBack(
  tx: Tx,
  scope: ProgramScope,
  facts: Facts,
  undo: Undo,
  plan: readonly Planned[],
): Promise<Found> {
  const ids = [...undo.booked, ...undo.moved, ...undo.cancelled].map(({ meetingId }) => meetingId);
  const rows: MeetingRow[] = await tx.meeting.findMany({
    where: { programId: scope.programId, id: { in: ids } },
    select: { id: true, version: true, state: true, startsAt: true, endsAt: true, tableId: true },
  });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const placed = new Map(plan.map((meeting) => [meeting.pairId, meeting]));
  const slotOf = new Map(facts.slots.map((slot) => [slot.id, slot]));
  const { changes, conflicts } = nothing();
  const refuseSince = (reason: string, pairId: string, row: MeetingRow | undefined) =>
    conflicts.push(
      refusalOfMeeting({ scope, facts }, reason, { pairId, startsAt: row?.startsAt.toISOString() }),
    );
  /** The meeting, if it stands as this publication put it. */
  const asPut = ({ meetingId, pairId }: { meetingId: string; pairId: string }): MeetingRow | null => {
    const row = rowOf.get(meetingId);
    const put = placed.get(pairId);
    const slot = put && slotOf.get(put.slotId);
    if (row?.state === 'held' || row?.state === 'no_show') refuseSince('held_since', pairId, row);
    else if (
      row?.state !== 'scheduled' ||
      row.startsAt.toISOString() !== slot?.startsAt ||
      row.tableId !== put?.tableId
    )
      refuseSince('changed_since', pairId, row);
    else return row;
    return null;
  };
  for (const each of undo.booked) {
    const row = asPut(each);
    if (row) changes.cancel.push({ ...each, version: row.version, was: whereOfRow(row) });
  }
  for (const { was, ...each } of undo.moved) {
    const row = asPut(each);
    if (row) changes.move.push({ ...each, version: row.version, was: whereOfRow(row), to: was });
  }
  for (const { was, ...each } of undo.cancelled) {
    const row = rowOf.get(each.meetingId);
    if (row?.state === 'cancelled') changes.reopen.push({ ...each, version: row.version, to: was });
    else refuseSince('changed_since', each.pairId, row);
  }
  return { changes, conflicts };
}

function whereOfRow({ startsAt, endsAt, tableId }: MeetingRow): Where {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), tableId };
}
