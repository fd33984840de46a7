import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { timetableOperations } from '../operations';
import { canReadTimetables } from '../policy';
import { seatsIn } from '../rules/facts';
import { figuresOf } from '../rules/figures';
import { nothingToPlace } from '../rules/nothing';
import { isWish } from '../rules/weight';
import { stageInput } from '../schema';
import { timetableOverview } from '../schema/stage';
import { loadFacts } from './facts';
import { loadPlan, selectTimetables } from './item';

/** The set-up of a stage, its drafts and the history of what was published. */
export const getOverview = programQuery({
  operation: timetableOperations.getOverview,
  input: stageInput,
  output: timetableOverview,
  may: canReadTimetables,
  run: async (tx, scope, { stage }) => {
    const { programId } = scope;
    const { facts, before } = await loadFacts(tx, scope, stage);
    const all = await selectTimetables(tx, scope, { stage });
    const published = all.find(({ state }) => state === 'published') ?? null;
    const plan = published ? await loadPlan(tx, programId, published.id) : [];
    const undoable = await tx.timetable.count({
      where: { programId, stage, state: 'published', before: { not: Prisma.DbNull } },
    });
    const wishes = facts.pairs.filter((pair) => isWish(pair, before));
    const blackouts = await tx.blackout.count({ where: { programId, slot: { stage } } });
    return {
      setup: facts.setup,
      rules: facts.rules,
      slots: facts.slots,
      tables: facts.tables,
      counts: {
        startups: facts.startups.length,
        investors: facts.investors.length,
        wishes: wishes.length,
        musts: wishes.filter(({ wish }) => wish === 'must').length,
        seats: facts.slots.reduce((sum, slot) => sum + seatsIn(facts, slot.id), 0),
        blackouts,
        meetings: facts.live.length,
        held: facts.live.filter(({ state }) => state === 'held').length,
      },
      published: published ? { ...published, figures: figuresOf(facts, plan, before) } : null,
      drafts: all.filter(({ state }) => state === 'draft'),
      history: all.filter(({ state }) => ['published', 'replaced', 'withdrawn'].includes(state)),
      discarded: all.filter(({ state }) => state === 'discarded'),
      canUndo: undoable > 0,
      nothing: nothingToPlace(facts, before),
    };
  },
});
