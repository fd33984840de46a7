import { programQuestion } from '@/lib/platform/query';
import { timetableOperations } from '../operations';
import { canReadTimetables } from '../policy';
import { withChange } from '../rules/change';
import { figuresOf } from '../rules/counting';
import { toInstance } from '../rules/instance';
import type { WhatIf } from '../rules/repairs';
import { seatsOf } from '../rules/seats';
import { whatIfInput } from '../schema';
import { askSolver, QUESTION_LIMITS } from './asking';
import { loadFacts } from './facts';
import { findTimetable, loadPlan } from './item';
import { requireKnown } from './known';

const SECONDS = 4;

/** What the best timetable would come to after a change, around the locks of this one. Nothing is written. */
export const askWhatIf = programQuestion({
  operation: timetableOperations.askWhatIf,
  input: whatIfInput,
  may: canReadTimetables,
  limits: QUESTION_LIMITS,
  read: async (tx, scope, { timetableId, change }) => {
    const timetable = await findTimetable(tx, scope, timetableId);
    const { facts, before } = await loadFacts(tx, scope, timetable.stage);
    const plan = await loadPlan(tx, scope.programId, timetableId);
    requireKnown(facts, change);
    return { facts, before, plan };
  },
  reckon: async ({ facts, before, plan }, _, { change }): Promise<WhatIf> => {
    const changed = withChange(facts, change);
    const mapped = toInstance(
      changed,
      plan.filter(({ isLocked }) => isLocked),
      before,
    );
    const { meetings, proved, bound } = await askSolver<'solve'>(
      { kind: 'solve', instance: mapped.instance },
      SECONDS,
    );
    const then = seatsOf(mapped, meetings, plan);
    return {
      now: figuresOf(facts, plan, before),
      // biome-ignore lint/suspicious/noThenProperty: figures, no function: nothing takes the answer for a promise.
      then: figuresOf(changed, then, before),
      proof: { proved, bound },
    };
  },
});
