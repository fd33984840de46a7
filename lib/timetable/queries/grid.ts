import { programQuery } from '@/lib/platform/query';
import { timetableOperations } from '../operations';
import { canReadTimetables } from '../policy';
import { type Facts, inShownOrder, isPast, type Planned } from '../rules/facts';
import { figuresOf } from '../rules/figures';
import { nothingToPlace } from '../rules/nothing';
import { weightOf } from '../rules/weight';
import { timetableInput } from '../schema';
import type { GridMeeting } from '../schema/grid';
import { timetableGrid } from '../schema/grid';
import { loadFacts } from './facts';
import { findTimetable, loadPlan } from './item';
import { wishItemsOf } from './wishes';

/** One timetable with everything its grid shows. Throws not_found. */
export const getGrid = programQuery({
  operation: timetableOperations.getGrid,
  input: timetableInput,
  output: timetableGrid,
  may: canReadTimetables,
  run: async (tx, scope, { timetableId }) => {
    const timetable = await findTimetable(tx, scope, timetableId);
    const loaded = await loadFacts(tx, scope, timetable.stage);
    const { facts, before } = loaded;
    const plan = await loadPlan(tx, scope.programId, timetableId);
    const placed = new Set(plan.map(({ pairId }) => pairId));
    const wishes = wishItemsOf(scope, loaded);
    const shown = inShownOrder(facts, scope.viewer.locale);
    return {
      timetable,
      setup: facts.setup,
      rules: facts.rules,
      slots: facts.slots,
      tables: facts.tables,
      startups: shown.startups,
      investors: shown.investors,
      meetings: meetingsOf(facts, plan),
      away: Object.fromEntries([...facts.away].map(([id, slots]) => [id, [...slots]])),
      fixedTables: Object.fromEntries(facts.fixedTables),
      unplaced: wishes
        .filter(({ isWish, pair }) => isWish && !placed.has(pair.id))
        .sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0)),
      figures: figuresOf(facts, plan, before),
      proof: timetable.proof,
      nothing: nothingToPlace(facts, before),
      standing: facts.live.length,
    };
  },
});

function meetingsOf(facts: Facts, plan: readonly Planned[]): GridMeeting[] {
  const pairOf = new Map(facts.pairs.map((pair) => [pair.id, pair]));
  const liveOf = new Map(facts.live.map((meeting) => [meeting.pairId, meeting]));
  return plan.flatMap((meeting) => {
    const pair = pairOf.get(meeting.pairId);
    if (!pair) return [];
    const live = liveOf.get(meeting.pairId);
    const stands = live && live.slotId === meeting.slotId && live.tableId === meeting.tableId;
    return [
      {
        ...meeting,
        startupId: pair.startupId,
        investorId: pair.investorId,
        isPast: live !== undefined && isPast(live),
        state: stands ? live.state : null,
        meetingId: stands ? live.meetingId : null,
        wish: pair.wish,
        weight: weightOf(pair),
      },
    ];
  });
}
