import { refuse } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { timetableOperations } from '../operations';
import { canPlan } from '../policy';
import { refusalOfBlock } from '../rules/blocked';
import type { Planned } from '../rules/facts';
import { Seating } from '../rules/targets';
import { moveInput, placeInput, removeInput, swapInput } from '../schema';
import { editDraft, refusalOfTouch, seatFor } from './edit';
import { requirePair, rowsOf } from './plan';

/**
 * Puts a pair into a slot of a draft. Refusals: stale, not_a_draft, placed_already, no_such_slot, no_such_table, and what
 * stands in the way: does_not_meet, pair_closed, startup_away, startup_meets, table_taken, no_table_left and their like.
 */
export const placeMeeting = programCommand({
  operation: timetableOperations.placeMeeting,
  input: placeInput,
  may: canPlan,
  run: (tx, context, input) =>
    editDraft(tx, context, input, async (editing) => {
      const { scope } = context;
      const { draft, facts, plan } = editing;
      const pair = requirePair(facts, input.pairId);
      if (plan.some(({ pairId }) => pairId === pair.id))
        return refuse('placed_already', { field: ['pairId'] });
      const past = refusalOfTouch(facts, plan, pair.id);
      if (past) return past;
      const seat = seatFor(editing, scope, pair, input);
      if (!seat.ok) return seat;
      const { slotId, tableId } = seat;
      // A row whose slot was taken out of the grid still stands under the pair's name.
      await tx.timetableMeeting.deleteMany({
        where: { programId: scope.programId, timetableId: draft.id, pairId: pair.id },
      });
      const planned = { pairId: pair.id, slotId, tableId, isLocked: false };
      await tx.timetableMeeting.createMany({ data: rowsOf(scope.programId, draft.id, facts, [planned]) });
      return { ok: true, detail: { slotId, tableId } };
    }),
});

/** Moves a meeting of a draft to another slot or table. Refusals: as of placing, and not_in_draft, is_locked. */
export const moveInDraft = programCommand({
  operation: timetableOperations.moveInDraft,
  input: moveInput,
  may: canPlan,
  run: (tx, context, input) =>
    editDraft(tx, context, input, async (editing) => {
      const { scope } = context;
      const { draft, facts, plan } = editing;
      const pair = requirePair(facts, input.pairId);
      const present = plan.find(({ pairId }) => pairId === pair.id);
      if (!present) return refuse('not_in_draft', { field: ['pairId'] });
      const untouchable = refusalOfTouch(facts, plan, pair.id);
      if (untouchable) return untouchable;
      const seat = seatFor(editing, scope, pair, input, present.tableId);
      if (!seat.ok) return seat;
      const { slotId, tableId } = seat;
      const slot = facts.slots.find(({ id }) => id === slotId);
      await tx.timetableMeeting.updateMany({
        where: { programId: scope.programId, timetableId: draft.id, pairId: pair.id },
        data: { slotId, tableId, ...(slot ? { startsAt: slot.startsAt, endsAt: slot.endsAt } : {}) },
      });
      return { ok: true, detail: { slotId, tableId } };
    }),
});

/**
 * Two meetings of a draft take each other's place; whoever keeps a fixed table keeps it. Refusals: stale, not_a_draft,
 * not_in_draft, is_locked, already_held, and what stands in the way.
 */
export const swapMeetings = programCommand({
  operation: timetableOperations.swapMeetings,
  input: swapInput,
  may: canPlan,
  run: (tx, context, input) =>
    editDraft(tx, context, input, async ({ draft, facts, plan }) => {
      const { scope } = context;
      const here = plan.find(({ pairId }) => pairId === input.pairId);
      const there = plan.find(({ pairId }) => pairId === input.withPairId);
      if (!here) return refuse('not_in_draft', { field: ['pairId'] });
      if (!there) return refuse('not_in_draft', { field: ['withPairId'] });
      const both = [here, there] as const;
      for (const { pairId } of both) {
        const untouchable = refusalOfTouch(facts, plan, pairId);
        if (untouchable) return untouchable;
      }
      const moved: Planned[] = [];
      for (const [at, meeting] of both.entries()) {
        const pair = requirePair(facts, meeting.pairId);
        const place = at === 0 ? there : here;
        const others = plan.filter(({ pairId }) => pairId !== here.pairId && pairId !== there.pairId);
        const fixed = facts.fixedTables.get(pair.startupId) ?? facts.fixedTables.get(pair.investorId);
        const tableId = fixed ?? place.tableId;
        const block = new Seating(facts, [...others, ...moved]).blockOf(pair, place.slotId, tableId);
        if (block) {
          return { ok: false, refusals: [refusalOfBlock(facts, block, place.slotId, scope.viewer.locale)] };
        }
        moved.push({ pairId: pair.id, slotId: place.slotId, tableId, isLocked: false });
      }
      const rows = rowsOf(scope.programId, draft.id, facts, moved);
      await tx.timetableMeeting.deleteMany({
        where: {
          programId: scope.programId,
          timetableId: draft.id,
          pairId: { in: moved.map((m) => m.pairId) },
        },
      });
      await tx.timetableMeeting.createMany({ data: rows });
      return { ok: true, detail: { withPairId: there.pairId } };
    }),
});

/** Takes a meeting out of a draft. Refusals: stale, not_a_draft, not_in_draft, is_locked, already_held. */
export const removeFromDraft = programCommand({
  operation: timetableOperations.removeFromDraft,
  input: removeInput,
  may: canPlan,
  run: (tx, context, input) =>
    editDraft(tx, context, input, async ({ draft, facts, plan }) => {
      const untouchable = refusalOfTouch(facts, plan, input.pairId);
      if (untouchable) return untouchable;
      const { count } = await tx.timetableMeeting.deleteMany({
        where: { programId: context.scope.programId, timetableId: draft.id, pairId: input.pairId },
      });
      return count === 0 ? refuse('not_in_draft', { field: ['pairId'] }) : { ok: true, detail: {} };
    }),
});
