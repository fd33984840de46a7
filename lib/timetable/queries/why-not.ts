import { AppError } from '@/lib/core/errors';
import { isClosed } from '@/lib/pair/rules/stages';
import { programQuestion } from '@/lib/platform/query';
import { timetableOperations } from '../operations';
import { canReadTimetables } from '../policy';
import { toInstance } from '../rules/instance';
import { tellReason } from '../rules/reasons';
import { weightOf } from '../rules/weight';
import { ofPairInput } from '../schema';
import { whyNotAnswer } from '../schema/questions';
import { askSolver, QUESTION_LIMITS } from './ask-solver';
import { loadFacts } from './facts';
import { findTimetable, loadPlan } from './item';

const SECONDS = 5;

/** Why a pair has no meeting in a timetable, slot by slot, and the least that would have to give. */
export const askWhyNot = programQuestion({
  operation: timetableOperations.askWhyNot,
  input: ofPairInput,
  output: whyNotAnswer,
  may: canReadTimetables,
  limits: QUESTION_LIMITS,
  read: async (tx, scope, { timetableId, pairId }) => {
    const timetable = await findTimetable(tx, scope, timetableId);
    const { facts, before } = await loadFacts(tx, scope, timetable.stage);
    const plan = await loadPlan(tx, scope.programId, timetableId);
    const pair = facts.pairs.find(({ id }) => id === pairId);
    const startup = facts.startups.find(({ id }) => id === pair?.startupId);
    const investor = facts.investors.find(({ id }) => id === pair?.investorId);
    if (!pair || !startup || !investor) throw new AppError('not_found', 'pair');
    return { facts, before, plan, pair, startup, investor };
  },
  reckon: async ({ facts, before, plan, pair, startup, investor }, _, { pairId }) => {
    const who = { pairId, startup, investor: { id: investor.id, name: investor.name } };
    const nothing = { ...who, slots: [], remedies: [] };
    if (plan.some((meeting) => meeting.pairId === pairId)) return { ...nothing, verdict: 'placed' };
    if (pair.wish === 'no_thanks') return { ...nothing, verdict: 'does_not_meet' };
    if (isClosed(pair.status)) return { ...nothing, verdict: 'closed' };
    const mapped = toInstance(
      facts,
      plan.filter(({ isLocked }) => isLocked),
      before,
    );
    const wish: [number, number] = [
      mapped.startupIds.indexOf(pair.startupId),
      mapped.investorIds.indexOf(pair.investorId),
    ];
    const { instance } = mapped;
    // A pair that nobody wished for is asked about all the same; whatever the plan has is a wish too.
    const wished = new Set(instance.requests.map(([s, i]) => `${s} ${i}`));
    const timetableAt = plan.map(mapped.placedOf).filter((each) => each !== null);
    const asked = [wish, ...timetableAt.map(([s, i]): [number, number] => [s, i])].filter(
      ([s, i]) => !wished.has(`${s} ${i}`),
    );
    const question = {
      kind: 'why_not' as const,
      instance: {
        ...instance,
        requests: [
          ...instance.requests,
          ...asked.map(([s, i]): [number, number, number] => [s, i, weightAt(s, i)]),
        ],
      },
      timetable: timetableAt,
      wish,
    };
    const answer = await askSolver<'why_not'>(question, SECONDS);
    return { ...who, ...tellReason(mapped, pair, answer) };

    function weightAt(s: number, i: number): number {
      const id = mapped.pairIds[s * mapped.investorIds.length + i];
      const of = facts.pairs.find((each) => each.id === id);
      return of ? weightOf(of) : 1;
    }
  },
});
