import { done, type Refusal, type Result, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { timetableOperations } from '../operations';
import { canPlan } from '../policy';
import { loadFacts } from '../queries/facts';
import { findPublished, loadPlan } from '../queries/item';
import type { Facts, Planned } from '../rules/facts';
import { undoPublishInput } from '../schema';
import { applyChanges, type Changes, lockForPublishing, type Undo } from './apply';
import { tellThose } from './letters';
import { lockStage, lockTimetable } from './lock';
import { refusalsOfPast } from './past';
import { countsOf, type Published } from './publish';
import { says } from './says';
import { told } from './told';

/**
 * Takes the last publication back, one step: what it booked is cancelled, what it moved goes back, what it cancelled comes
 * back, and the version before it is in force again. Refusals: nothing_to_undo, and where a meeting was changed since:
 * changed_since, held_since; where one cannot stand again, what publishing says of it: party_archived_meanwhile,
 * no_such_table, pair_closed_meanwhile, pair_does_not_meet. Nothing is changed then.
 */
export const undoPublish = programCommand({
  operation: timetableOperations.undoPublish,
  input: undoPublishInput,
  may: canPlan,
  run: async (tx, context, { stage, note, past }): Promise<Result<Published>> => {
    const { scope, viewer, now, record } = context;
    const { programId } = scope;
    await lockStage(tx, scope, stage);
    const published = await findPublished(tx, scope, stage);
    if (!published) return refuse('nothing_to_undo');
    const version = await lockTimetable(tx, scope, published.id);
    const undo = version.before as Undo | null;
    if (!undo) return refuse('nothing_to_undo');
    const plan = await loadPlan(tx, programId, version.id);
    await lockForPublishing(
      tx,
      scope,
      stage,
      [...undo.booked, ...undo.moved, ...undo.cancelled].map(({ pairId }) => pairId),
    );
    const { facts } = await loadFacts(tx, scope, stage);
    const { changes, conflicts } = await changesBack(tx, scope, facts, undo, plan);
    if (conflicts.length > 0) return { ok: false, refusals: conflicts };
    const asked = refusalsOfPast(changes, now, past);
    if (asked.length > 0) return { ok: false, refusals: asked };
    const number = version.number ?? 0;
    const reason = says(viewer.locale)('reason.undone', { number });
    const applied = await applyChanges(tx, { scope, facts, now, stage, reason }, changes);
    if (!applied.ok) return applied;
    const setState = (id: string, state: 'withdrawn' | 'published') =>
      tx.timetable.update({
        where: { programId_id: { programId, id } },
        data: { state, version: { increment: 1 } },
        select: { id: true },
      });
    await setState(version.id, 'withdrawn');
    if (version.replaces) await setState(version.replaces, 'published');
    const counts = countsOf(applied.undo);
    record({
      subject: 'timetable',
      subjectId: version.id,
      detail: { stage, number, reason: note ?? '', ...counts },
    });
    await tellThose(tx, scope, facts, changes);
    return done({ timetableId: version.id, version: version.version + 1, number, ...counts });
  },
  explain: async (_tx, { constraint }) =>
    /^meeting_(startup|investor|table)_once$/.test(constraint) ? [{ reason: 'taken_meanwhile' }] : null,
});

type Row = {
  id: string;
  version: number;
  state: string;
  startsAt: Date;
  endsAt: Date;
  tableId: string | null;
};

/** The way back; what does not stand as the publication left it is somebody else's word. */
async function changesBack(
  tx: Tx,
  scope: ProgramScope,
  facts: Facts,
  undo: Undo,
  plan: readonly Planned[],
): Promise<{ changes: Changes; conflicts: Refusal[] }> {
  const ids = [...undo.booked, ...undo.moved, ...undo.cancelled].map(({ meetingId }) => meetingId);
  const rows: Row[] = await tx.meeting.findMany({
    where: { programId: scope.programId, id: { in: ids } },
    select: { id: true, version: true, state: true, startsAt: true, endsAt: true, tableId: true },
  });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const placed = new Map(plan.map((meeting) => [meeting.pairId, meeting]));
  const slotOf = new Map(facts.slots.map((slot) => [slot.id, slot]));
  const changes: Changes = { cancel: [], move: [], book: [], reopen: [] };
  const conflicts: Refusal[] = [];
  const where = (row: Row) => ({
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    tableId: row.tableId,
  });
  /** The meeting, if it stands as this publication put it. */
  const asPut = ({ meetingId, pairId }: { meetingId: string; pairId: string }): Row | null => {
    const row = rowOf.get(meetingId);
    const put = placed.get(pairId);
    const slot = put && slotOf.get(put.slotId);
    if (row?.state === 'held' || row?.state === 'no_show')
      conflicts.push(told({ scope, facts }, 'held_since', { pairId, startsAt: row.startsAt }));
    else if (
      row?.state !== 'scheduled' ||
      row.startsAt.toISOString() !== slot?.startsAt ||
      row.tableId !== put?.tableId
    )
      conflicts.push(told({ scope, facts }, 'changed_since', { pairId, startsAt: row?.startsAt }));
    else return row;
    return null;
  };
  for (const each of undo.booked) {
    const row = asPut(each);
    if (row) changes.cancel.push({ ...each, version: row.version, was: where(row) });
  }
  for (const { was, ...each } of undo.moved) {
    const row = asPut(each);
    if (row) changes.move.push({ ...each, version: row.version, was: where(row), to: was });
  }
  for (const { was, ...each } of undo.cancelled) {
    const row = rowOf.get(each.meetingId);
    if (row?.state === 'cancelled') changes.reopen.push({ ...each, version: row.version, to: was });
    else
      conflicts.push(
        told({ scope, facts }, 'changed_since', { pairId: each.pairId, startsAt: row?.startsAt }),
      );
  }
  return { changes, conflicts };
}
