import { done, type Result } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { pairOperations } from '../operations';
import { canMovePairs } from '../policy';
import { inForceAt } from '../queries/in-force';
import { refusalsOfMove } from '../rules/moves';
import type { Stage } from '../rules/stages';
import { movedPair, movedPairs, moveStageInput, moveStagesInput } from '../schema';
import { appendToMany, appendToOne } from './append';
import type { LockedPair } from './refresh';

type Move = { stage: Stage; reason?: string | undefined; effectiveAt?: Date | undefined };

/** Judges a move by what was in force at its time, and writes it to the log and to the audit trail. */
async function appendMove(
  tx: Tx,
  { scope, now, viewer, record }: Context<ProgramScope>,
  pair: LockedPair,
  { stage: to, reason, effectiveAt = now }: Move,
): Promise<Result<string>> {
  const { stage: from, status, facts } = await inForceAt(tx, scope.programId, pair.id, effectiveAt);
  const refusals = refusalsOfMove({
    ...{ from, to, status, effectiveAt, now, facts },
    ...(reason ? { reason } : {}),
  });
  if (refusals.length > 0) return { ok: false, refusals };
  const event = await tx.stageEvent.create({
    data: {
      programId: scope.programId,
      startupId: pair.startupId,
      pairId: pair.id,
      fromStage: from,
      toStage: to,
      effectiveAt,
      recordedAt: now,
      byId: viewer.personId,
      means: viewer.means,
      reason: reason ?? null,
    },
    select: { id: true },
  });
  record({
    subject: 'pair',
    subjectId: pair.id,
    pairId: pair.id,
    startupId: pair.startupId,
    detail: { from, to, eventId: event.id },
  });
  return done(event.id);
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
  run: (tx, context, input) =>
    appendToOne(tx, context.scope, input, (pair) => appendMove(tx, context, pair, input)),
});

/** The same for many pairs at once, all or none; a refusal names its pair by its place in the list. */
export const moveStages = programCommand({
  operation: pairOperations.moveStages,
  input: moveStagesInput,
  output: movedPairs,
  may: canMovePairs,
  run: async (tx, context, { pairs, ...move }) => {
    const result = await appendToMany(tx, context.scope, pairs, (pair) =>
      appendMove(tx, context, pair, move),
    );
    return result.ok ? done({ moved: result.value }) : result;
  },
});
