import { AppError } from '@/lib/core/errors';
import { programQuestion } from '@/lib/platform/query';
import { timetableOperations } from '../operations';
import { canReadTimetables } from '../policy';
import { countsOf, differenceOf } from '../rules/difference';
import { inShownOrder } from '../rules/facts';
import { figuresOf } from '../rules/figures';
import { compareInput } from '../schema';
import { comparison } from '../schema/questions';
import { loadFacts } from './facts';
import { findPublished, findTimetable, loadPlan } from './item';

/** What differs between two timetables of one stage: against the published one, if no other is named. */
export const compareTimetables = programQuestion({
  operation: timetableOperations.compareTimetables,
  input: compareInput,
  output: comparison,
  may: canReadTimetables,
  read: async (tx, scope, { from, to }) => {
    const later = await findTimetable(tx, scope, to);
    const earlier = from ? await findTimetable(tx, scope, from) : await findPublished(tx, scope, later.stage);
    if (earlier && earlier.stage !== later.stage) throw new AppError('not_found', 'timetable');
    const loaded = await loadFacts(tx, scope, later.stage);
    const was = earlier ? await loadPlan(tx, scope.programId, earlier.id) : [];
    return { ...loaded, earlier, later, was, is: await loadPlan(tx, scope.programId, later.id) };
  },
  reckon: async ({ facts, before, earlier, later, was, is }, scope) => {
    const { items, kept } = differenceOf(inShownOrder(facts, scope.viewer.locale), was, is);
    return {
      from: earlier,
      to: later,
      slots: facts.slots,
      tables: facts.tables,
      items,
      counts: countsOf(items, kept),
      touched: {
        startups: [...new Set(items.map(({ startup }) => startup.id))],
        investors: [...new Set(items.map(({ investor }) => investor.id))],
      },
      figures: {
        from: earlier ? figuresOf(facts, was, before) : null,
        to: figuresOf(facts, is, before),
      },
    };
  },
});
