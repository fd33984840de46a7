import { AppError } from '@/lib/core/errors';
import { explainRefusals } from '@/lib/platform/explain';
import { programQuestion } from '@/lib/platform/query';
import { timetableOperations } from '../operations';
import { canReadTimetables } from '../policy';
import { refusalOfBlock } from '../rules/blocked';
import { Seating } from '../rules/targets';
import { ofPairInput } from '../schema';
import { legalTargets } from '../schema/grid';
import { loadFacts } from './facts';
import { findTimetable, loadPlan } from './item';

/** Slot by slot whether a pair could be put there in this timetable, with the table it would get, or why not. */
export const getLegalTargets = programQuestion({
  operation: timetableOperations.getLegalTargets,
  input: ofPairInput,
  output: legalTargets,
  may: canReadTimetables,
  read: async (tx, scope, { timetableId, pairId }) => {
    const timetable = await findTimetable(tx, scope, timetableId);
    const { facts } = await loadFacts(tx, scope, timetable.stage);
    const pair = facts.pairs.find(({ id }) => id === pairId);
    if (!pair) throw new AppError('not_found', 'pair');
    return { facts, pair, plan: await loadPlan(tx, scope.programId, timetableId) };
  },
  reckon: async ({ facts, pair, plan }, scope, { pairId }) => {
    const seating = new Seating(facts, plan, [pairId]);
    const { locale } = scope.viewer;
    const targets = facts.slots.map(({ id: slotId }) => {
      const block = seating.blockOf(pair, slotId);
      if (!block) return { slotId, tableId: seating.tableFor(pair, slotId), block: null };
      const [refusal] = explainRefusals('timetable', [refusalOfBlock(facts, block, slotId, locale)], locale);
      const { reason, pairId: other } = block;
      return {
        slotId,
        tableId: null,
        block: { reason, message: refusal?.message ?? '', pairId: other },
      };
    });
    return { pairId, targets };
  },
});
