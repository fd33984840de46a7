import { done, refuse } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { wordsIn } from '@/lib/platform/say';
import { timetableOperations } from '../operations';
import { canPlan } from '../policy';
import { loadFacts } from '../queries/facts';
import { findPublished, loadPlan } from '../queries/item';
import { countsOfUndo, refusalsOfPast, type Undo } from '../rules/publication';
import { undoPublishInput } from '../schema';
import { publication } from '../schema/stage';
import { applyChanges, lockForPublishing } from './apply';
import { changesBack } from './changes';
import { lockStage, lockTimetable, setState } from './lock';
import { mailChanges } from './mails';

/**
 * Takes the last publication back, one step: what it booked is cancelled, what it moved goes back, what it cancelled comes
 * back, and the version before it is in force again. Refusals: nothing_to_undo, and where a meeting was changed since:
 * changed_since, held_since; where one cannot stand again, the refusals of publishing: party_archived_meanwhile,
 * no_such_table, pair_closed_meanwhile, pair_does_not_meet. Nothing is changed then.
 */
export const undoPublish = programCommand({
  operation: timetableOperations.undoPublish,
  input: undoPublishInput,
  output: publication,
  may: canPlan,
  run: async (tx, context, { stage, note, past }) => {
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
    const reason = wordsIn(viewer.locale, 'timetable')('reason.undone', { number });
    const applied = await applyChanges(tx, { scope, facts, now, stage, reason }, changes);
    if (!applied.ok) return applied;
    await setState(tx, scope, version.id, 'withdrawn');
    if (version.replaces) await setState(tx, scope, version.replaces, 'published');
    const counts = countsOfUndo(applied.undo);
    record({
      subject: 'timetable',
      subjectId: version.id,
      detail: { stage, number, reason: note ?? '', ...counts },
    });
    await mailChanges(tx, scope, facts, changes);
    return done({ timetableId: version.id, version: version.version + 1, number, ...counts });
  },
  explain: async (_tx, { constraint }) =>
    /^meeting_(startup|investor|table)_once$/.test(constraint) ? [{ reason: 'taken_meanwhile' }] : null,
});
