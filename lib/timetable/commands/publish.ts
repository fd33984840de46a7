import { done, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { wordsIn } from '@/lib/platform/say';
import { Prisma } from '@/prisma/client/client';
import { timetableOperations } from '../operations';
import { canPlan } from '../policy';
import { loadFacts } from '../queries/facts';
import { findPublished, findTimetable, loadPlan } from '../queries/item';
import { countsOfUndo, refusalsOfPast } from '../rules/publication';
import { publishInput } from '../schema';
import { publication } from '../schema/stage';
import { applyChanges, lockForPublishing } from './apply';
import { changesTo } from './changes';
import { lockDraft, lockStage, setState } from './lock';
import { mailChanges } from './mails';

/**
 * Puts a draft in force: the difference to the meetings as they stand is booked, moved and cancelled in one transaction,
 * the draft becomes the next numbered version and is frozen, those concerned get a mail. Meetings that stay are not touched.
 * Refusals: stale, not_a_draft, slot_gone, and what somebody did in between, meeting by meeting: booked_meanwhile,
 * moved_meanwhile, cancelled_meanwhile, held_would_move, seat_taken, pair_closed_meanwhile, pair_does_not_meet,
 * party_archived_meanwhile, no_such_table; nothing is changed then. An empty
 * timetable is nothing_to_publish, and meetings in the past are in_the_past until `past` confirms them.
 */
export const publishTimetable = programCommand({
  operation: timetableOperations.publishTimetable,
  input: publishInput,
  output: publication,
  may: canPlan,
  run: async (tx, context, { note, past, ...edited }) => {
    const { scope, viewer, now, record } = context;
    const { stage } = await findTimetable(tx, scope, edited.timetableId);
    await lockStage(tx, scope, stage);
    const locked = await lockDraft(tx, scope, edited);
    if (!locked.ok) return locked;
    const { draft } = locked;
    const is = await loadPlan(tx, scope.programId, draft.id);
    const gone = await tx.timetableMeeting.count({
      where: { programId: scope.programId, timetableId: draft.id, slotId: null },
    });
    if (gone > 0) return refuse('slot_gone', { params: { count: gone } });
    await lockForPublishing(
      tx,
      scope,
      stage,
      is.map(({ pairId }) => pairId),
    );
    const { facts } = await loadFacts(tx, scope, stage);
    const previous = await findPublished(tx, scope, stage);
    const was = previous ? await loadPlan(tx, scope.programId, previous.id) : [];
    const { changes, conflicts } = await changesTo(tx, scope, { facts, was, is, knows: draft.baseSeq });
    if (conflicts.length > 0) return { ok: false, refusals: conflicts };
    if (is.length === 0 && Object.values(changes).every((each) => each.length === 0))
      return refuse('nothing_to_publish');
    const asked = refusalsOfPast(changes, now, past);
    if (asked.length > 0) return { ok: false, refusals: asked };
    const number = await nextNumber(tx, scope, stage);
    const reason = wordsIn(viewer.locale, 'timetable')('reason.published', { number });
    const applied = await applyChanges(tx, { scope, facts, now, stage, reason }, changes);
    if (!applied.ok) return applied;
    if (previous) await setState(tx, scope, previous.id, 'replaced');
    const counts = countsOfUndo(applied.undo);
    const changed = counts.booked + counts.moved + counts.cancelled > 0;
    await tx.timetable.update({
      where: { programId_id: { programId: scope.programId, id: draft.id } },
      data: {
        ...{
          state: 'published',
          number,
          note: note || null,
          publishedAt: now,
          publishedById: viewer.personId,
        },
        replaces: previous?.id ?? null,
        before: previous || changed ? applied.undo : Prisma.DbNull,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    record({
      subject: 'timetable',
      subjectId: draft.id,
      detail: { stage, number, reason: note ?? '', ...counts },
    });
    await mailChanges(tx, scope, facts, changes);
    return done({ timetableId: draft.id, version: draft.version + 1, number, ...counts });
  },
  explain: async (_tx, { constraint }) =>
    /^(meeting|timetable)_(startup|investor|table|published)_once$/.test(constraint)
      ? [{ reason: 'taken_meanwhile' }]
      : null,
});

async function nextNumber(tx: Tx, { programId }: ProgramScope, stage: MeetingStage) {
  const last = await tx.timetable.aggregate({ where: { programId, stage }, _max: { number: true } });
  return (last._max.number ?? 0) + 1;
}
