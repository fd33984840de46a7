import { done, type Result } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { pairOperations } from '../operations';
import { canMovePairs } from '../policy';
import { inForceAt } from '../queries/in-force';
import { findPairItem } from '../queries/item';
import { refusalsOfMove } from '../rules/moves';
import type { Stage } from '../rules/stages';
import { type MovedPair, movedPair, movedPairs, moveStageInput, moveStagesInput } from '../schema';
import { lockPair, refreshPair } from './refresh';

type OneMove = { pairId: string; stage: Stage; reason?: string; effectiveAt?: Date; version: number };

async function moveOne(tx: Tx, context: Context<ProgramScope>, input: OneMove): Promise<Result<MovedPair>> {
  const { scope, now, viewer } = context;
  const pair = await lockPair(tx, scope.programId, input.pairId);
  if (pair.version !== input.version) {
    return {
      ok: false,
      refusals: [{ reason: 'stale', field: ['version'], current: await findPairItem(tx, scope, pair.id) }],
    };
  }
  const effectiveAt = input.effectiveAt ?? now;
  const { stage: from, status, facts } = await inForceAt(tx, scope.programId, pair.id, effectiveAt);
  const refusals = refusalsOfMove({
    from,
    to: input.stage,
    status,
    effectiveAt,
    now,
    facts,
    ...(input.reason ? { reason: input.reason } : {}),
  });
  if (refusals.length > 0) return { ok: false, refusals };
  const event = await tx.stageEvent.create({
    data: {
      programId: scope.programId,
      startupId: pair.startupId,
      pairId: pair.id,
      fromStage: from,
      toStage: input.stage,
      effectiveAt,
      recordedAt: now,
      byId: viewer.personId,
      means: viewer.means,
      reason: input.reason ?? null,
    },
    select: { id: true },
  });
  await refreshPair(tx, scope.programId, pair.id);
  context.record({
    subject: 'pair',
    subjectId: pair.id,
    pairId: pair.id,
    startupId: pair.startupId,
    detail: { from, to: input.stage, eventId: event.id },
  });
  return done({ pair: await findPairItem(tx, scope, pair.id), eventId: event.id });
}

/**
 * Moves a pair to a stage by appending to its log; a move of an earlier day is judged by what was in force on that day.
 * Refusals: stale, same_stage, pair_closed, in_the_future,
 * back_needs_reason, and the soft gates gate_held_meeting and gate_outcome, which open with a reason.
 */
export const moveStage = programCommand({
  operation: pairOperations.moveStage,
  input: moveStageInput,
  output: movedPair,
  may: canMovePairs,
  run: (tx, context, input) => moveOne(tx, context, input as OneMove),
});

/** The same for many pairs at once, all or none; a refusal names its pair by its place in the list. */
export const moveStages = programCommand({
  operation: pairOperations.moveStages,
  input: moveStagesInput,
  output: movedPairs,
  may: canMovePairs,
  run: async (tx, context, { pairs, stage, reason }) => {
    const moved: MovedPair[] = [];
    // One order of locks for everybody: two bulk moves over the same pairs wait for each other instead of deadlocking.
    const ordered = pairs
      .map((pair, index) => ({ ...pair, index }))
      .sort((a, b) => (a.pairId < b.pairId ? -1 : 1));
    for (const { pairId, version, index } of ordered) {
      const result = await moveOne(tx, context, { pairId, version, stage, ...(reason ? { reason } : {}) });
      if (!result.ok) {
        return {
          ok: false,
          refusals: result.refusals.map((r) => ({ ...r, field: ['pairs', index, ...(r.field ?? [])] })),
        };
      }
      moved.push(result.value);
    }
    return done({ moved });
  },
});
