import { refuse } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { timetableOperations } from '../operations';
import { canPlan } from '../policy';
import { refusalOfBlock } from '../rules/blocked';
import { isPast, type Planned } from '../rules/facts';
import { Seating } from '../rules/targets';
import { lockInput, placeInput, removeInput, swapInput } from '../schema';
import { changedDraft } from '../schema/stage';
import { prepareEdit, refusalOfTouch, seatFor, writeEdit } from './edit';
import { requirePair } from './plan';

const edit = { output: changedDraft, may: canPlan, run: writeEdit };

/**
 * Puts a pair into a slot of a draft. Refusals: stale, not_a_draft, placed_already, no_such_slot, no_such_table, and what
 * stands in the way: does_not_meet, pair_closed, startup_away, startup_meets, table_taken, no_table_left and their like.
 */
export const placeMeeting = programCommand({
  ...edit,
  operation: timetableOperations.placeMeeting,
  input: placeInput,
  prepare: (scope, input) =>
    prepareEdit(scope, input, (editing) => {
      const { facts, plan } = editing;
      const pair = requirePair(facts, input.pairId);
      if (plan.some(({ pairId }) => pairId === pair.id))
        return refuse('placed_already', { field: ['pairId'] });
      const past = refusalOfTouch(facts, plan, pair.id);
      if (past) return past;
      const seat = seatFor(editing, scope, pair, input);
      if (!seat.ok) return seat;
      const { slotId, tableId } = seat;
      return {
        ok: true,
        put: [{ pairId: pair.id, slotId, tableId, isLocked: false }],
        detail: { slotId, tableId },
      };
    }),
});

/** Moves a meeting of a draft to another slot or table. Refusals: as of placing, and not_in_draft, is_locked. */
export const moveInDraft = programCommand({
  ...edit,
  operation: timetableOperations.moveInDraft,
  input: placeInput,
  prepare: (scope, input) =>
    prepareEdit(scope, input, (editing) => {
      const { facts, plan } = editing;
      const pair = requirePair(facts, input.pairId);
      const present = plan.find(({ pairId }) => pairId === pair.id);
      if (!present) return refuse('not_in_draft', { field: ['pairId'] });
      const untouchable = refusalOfTouch(facts, plan, pair.id);
      if (untouchable) return untouchable;
      const seat = seatFor(editing, scope, pair, input, present.tableId);
      if (!seat.ok) return seat;
      const { slotId, tableId } = seat;
      return { ok: true, put: [{ ...present, slotId, tableId }], detail: { slotId, tableId } };
    }),
});

/**
 * Two meetings of a draft take each other's place; whoever keeps a fixed table keeps it. Refusals: stale, not_a_draft,
 * not_in_draft, is_locked, already_held, and what stands in the way.
 */
export const swapMeetings = programCommand({
  ...edit,
  operation: timetableOperations.swapMeetings,
  input: swapInput,
  prepare: (scope, input) =>
    prepareEdit(scope, input, ({ facts, plan }) => {
      const here = plan.find(({ pairId }) => pairId === input.pairId);
      const there = plan.find(({ pairId }) => pairId === input.withPairId);
      if (!here) return refuse('not_in_draft', { field: ['pairId'] });
      if (!there) return refuse('not_in_draft', { field: ['withPairId'] });
      const both = [here, there] as const;
      for (const { pairId } of both) {
        const untouchable = refusalOfTouch(facts, plan, pairId);
        if (untouchable) return untouchable;
      }
      const put: Planned[] = [];
      for (const [at, meeting] of both.entries()) {
        const pair = requirePair(facts, meeting.pairId);
        const place = at === 0 ? there : here;
        const others = plan.filter(({ pairId }) => pairId !== here.pairId && pairId !== there.pairId);
        const fixed = facts.fixedTables.get(pair.startupId) ?? facts.fixedTables.get(pair.investorId);
        const tableId = fixed ?? place.tableId;
        const block = new Seating(facts, [...others, ...put]).blockOf(pair, place.slotId, tableId);
        if (block) {
          return { ok: false, refusals: [refusalOfBlock(facts, block, place.slotId, scope.viewer.locale)] };
        }
        put.push({ pairId: pair.id, slotId: place.slotId, tableId, isLocked: false });
      }
      return { ok: true, put, detail: { withPairId: there.pairId } };
    }),
});

/** Takes a meeting out of a draft. Refusals: stale, not_a_draft, not_in_draft, is_locked, already_held. */
export const removeFromDraft = programCommand({
  ...edit,
  operation: timetableOperations.removeFromDraft,
  input: removeInput,
  prepare: (scope, input) =>
    prepareEdit(scope, input, ({ facts, plan, withoutSlot }) => {
      const untouchable = refusalOfTouch(facts, plan, input.pairId);
      if (untouchable) return untouchable;
      const stands = [...plan.map(({ pairId }) => pairId), ...withoutSlot].includes(input.pairId);
      return stands
        ? { ok: true, out: [input.pairId], detail: {} }
        : refuse('not_in_draft', { field: ['pairId'] });
    }),
});

/**
 * Locks or frees meetings of a draft: some, all of a slot, or all of a party; several given narrow each other down. What
 * took place stays locked. Refusals: stale, not_a_draft, nothing_to_lock.
 */
export const lockMeetings = programCommand({
  ...edit,
  operation: timetableOperations.lockMeetings,
  input: lockInput,
  prepare: (scope, { timetableId, version, pairIds, slotId, party, locked }) =>
    prepareEdit(scope, { timetableId, version }, ({ facts, plan }) => {
      if (!pairIds && !slotId && !party) return refuse('nothing_to_lock');
      const past = new Set(facts.live.filter(isPast).map(({ pairId }) => pairId));
      const pairOf = new Map(facts.pairs.map((pair) => [pair.id, pair]));
      const put = plan.flatMap((meeting) => {
        const pair = pairOf.get(meeting.pairId);
        const isMeant =
          pair &&
          !past.has(pair.id) &&
          (!pairIds || pairIds.includes(pair.id)) &&
          (!slotId || meeting.slotId === slotId) &&
          (!party || pair[`${party.kind}Id`] === party.id);
        return isMeant ? [{ ...meeting, isLocked: locked }] : [];
      });
      if (put.length === 0) return refuse('nothing_to_lock');
      return { ok: true, put, detail: { locked, count: put.length }, keepsProof: true };
    }),
});
