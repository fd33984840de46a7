import { formatTime, zoneName } from '@/lib/core/dates';
import type { Refusal } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { type PersonName, shownName } from '@/lib/core/shown-name';
import { isClosed, type MeetingStage } from '@/lib/pair/rules/stages';
import type { Tx } from '@/lib/platform/database';
import { pairName } from '../rules/blocked';
import { type Facts, isPast, type LiveMeeting, type Planned } from '../rules/facts';
import type { Changes, Where } from './apply';

/** The latest line of a meeting's log: when in the log it stands, what it says, who wrote it. */
type Last = { meetingId: string; pairId: string; seq: bigint; kind: string; by: PersonName | null };

export type Plans = {
  facts: Facts;
  /** What is published now, and what is to be. */
  was: readonly Planned[];
  is: readonly Planned[];
  /** Up to where in the log of meetings the new plan knows them. */
  knows: bigint;
};

/**
 * The way from the meetings as they stand to the plan; or, in words, what somebody did in between that the plan does not
 * know and would undo: booked_meanwhile, moved_meanwhile, cancelled_meanwhile, held_would_move, seat_taken.
 */
export async function changesTo(
  tx: Tx,
  scope: ProgramScope,
  plans: Plans,
): Promise<{ changes: Changes; conflicts: Refusal[] }> {
  const { facts, was, is, knows } = plans;
  const last = await lastEvents(tx, scope, facts.setup.stage);
  const words = tellerOf(scope, facts);
  const slotOf = new Map(facts.slots.map((slot) => [slot.id, slot]));
  const wanted = new Map(is.map((meeting) => [meeting.pairId, meeting]));
  const before = new Map(was.map((meeting) => [meeting.pairId, meeting]));
  const standing = new Set<string>();
  const changes: Changes = { cancel: [], move: [], book: [], reopen: [] };
  const conflicts: Refusal[] = [];
  const whereOf = ({ slotId, tableId }: { slotId: string; tableId: string | null }): Where => {
    const slot = slotOf.get(slotId);
    return { startsAt: slot?.startsAt ?? '', endsAt: slot?.endsAt ?? '', tableId };
  };
  for (const meeting of facts.live) {
    standing.add(meeting.pairId);
    const to = wanted.get(meeting.pairId);
    if (to && isThere(meeting, to)) continue;
    if (isPast(meeting)) {
      conflicts.push(words('held_would_move', meeting));
      continue;
    }
    const written = last.get(meeting.meetingId);
    const published = before.get(meeting.pairId);
    const isOurs = published !== undefined && isThere(meeting, published);
    if (!isOurs && written && written.seq > knows) {
      conflicts.push(words(published ? 'moved_meanwhile' : 'booked_meanwhile', meeting, written.by));
      continue;
    }
    const { meetingId, version, pairId } = meeting;
    if (to) changes.move.push({ meetingId, version, pairId, was: whereOf(meeting), to: whereOf(to) });
    else changes.cancel.push({ meetingId, version, pairId, was: whereOf(meeting) });
  }
  const cancelled = new Map(
    [...last.values()]
      .filter(({ kind, seq }) => kind === 'cancelled' && seq > knows)
      .map((e) => [e.pairId, e]),
  );
  for (const meeting of is) {
    if (standing.has(meeting.pairId)) continue;
    const gone = before.has(meeting.pairId) ? cancelled.get(meeting.pairId) : undefined;
    if (gone) conflicts.push(words('cancelled_meanwhile', meeting, gone.by));
    else changes.book.push({ pairId: meeting.pairId, to: whereOf(meeting) });
  }
  const pairOf = new Map(facts.pairs.map((pair) => [pair.id, pair]));
  const touched = new Set([...changes.move, ...changes.book].map(({ pairId }) => pairId));
  for (const meeting of is) {
    const pair = pairOf.get(meeting.pairId);
    if (!pair || !touched.has(pair.id)) continue;
    if (isClosed(pair.status)) conflicts.push(words('pair_closed_meanwhile', meeting));
    if (pair.wish === 'no_thanks') conflicts.push(words('pair_does_not_meet', meeting));
    const outside = [pair.startupId, pair.investorId, meeting.tableId].find(
      (id) => id && (facts.away.get(id)?.has(meeting.slotId) ?? false),
    );
    if (outside) conflicts.push(words('seat_taken', meeting));
  }
  return { changes, conflicts };
}

export function isThere(
  a: { slotId: string; tableId: string | null },
  b: { slotId: string; tableId: string | null },
): boolean {
  return a.slotId === b.slotId && a.tableId === b.tableId;
}

/** Which meeting, when, and who wrote it down: the conflict in the reader's language. */
function tellerOf({ viewer }: ProgramScope, facts: Facts) {
  return (reason: string, meeting: LiveMeeting | Planned, by: PersonName | null = null): Refusal => {
    const slot = facts.slots.find(({ id }) => id === meeting.slotId);
    const at = slot ? new Date(slot.startsAt) : null;
    const time = at ? `${formatTime(at, facts.setup.zone)} ${zoneName(at, facts.setup.zone)}` : '';
    return {
      reason,
      params: {
        pair: pairName(facts, meeting.pairId, viewer.locale),
        time,
        by: by ? shownName(by, viewer.locale) : '–',
      },
      current: { pairId: meeting.pairId },
    };
  };
}

export async function lastEvents(
  tx: Tx,
  { programId }: ProgramScope,
  stage: MeetingStage,
): Promise<Map<string, Last>> {
  const rows = await tx.$queryRaw<Last[]>`
    select distinct on (e.meeting_id) e.meeting_id as "meetingId", e.pair_id as "pairId", e.seq, e.kind, case when p.id is not null then jsonb_build_object('name', p.name, 'nameEn', p.name_en) end as by
    from meeting_event e
    join meeting m on m.program_id = e.program_id and m.id = e.meeting_id and m.stage = ${stage}::stage
    left join person p on p.id = e.by_id
    where e.program_id = ${programId}::uuid
    order by e.meeting_id, e.seq desc`;
  return new Map(rows.map((row) => [row.meetingId, row]));
}
