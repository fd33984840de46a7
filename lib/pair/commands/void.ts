import { AppError } from '@/lib/core/errors';
import { done, type Refusal, type Result, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { pairOperations } from '../operations';
import { canMovePairs } from '../policy';
import { findPairItem } from '../queries/item';
import type { PairItem } from '../schema';
import { changedPair, changedPairs, undoMovesInput, voidEventInput } from '../schema';
import { lockPair, refreshPair } from './refresh';

type Target = { stageEventId: string } | { statusEventId: string };

async function findTarget(tx: Tx, programId: string, pairId: string, id: string): Promise<Target | null> {
  const where = { programId_pairId_id: { programId, pairId, id } };
  const move = await tx.stageEvent.findUnique({ where, select: { fromStage: true } });
  // The opening entry says that the pair exists; without it there is nothing to stand on.
  if (move) return move.fromStage === null ? null : { stageEventId: id };
  const status = await tx.statusEvent.findUnique({ where, select: { id: true } });
  return status ? { statusEventId: id } : null;
}

async function voidOne(
  tx: Tx,
  context: Context<ProgramScope>,
  pairId: string,
  eventId: string,
  reason: string,
): Promise<Result<PairItem>> {
  const { scope, now, viewer } = context;
  const pair = await lockPair(tx, scope.programId, pairId);
  const target = await findTarget(tx, scope.programId, pairId, eventId);
  if (!target) throw new AppError('not_found', 'event');
  const already = await tx.void.count({ where: { programId: scope.programId, pairId, ...target } });
  if (already > 0) return refuse('already_voided', { field: ['eventId'] });
  await tx.void.create({
    data: {
      programId: scope.programId,
      startupId: pair.startupId,
      pairId,
      ...target,
      recordedAt: now,
      byId: viewer.personId,
      means: viewer.means,
      reason,
    },
  });
  await refreshPair(tx, scope.programId, pairId);
  context.record({
    subject: 'pair',
    subjectId: pairId,
    pairId,
    startupId: pair.startupId,
    detail: { voided: eventId, reason },
  });
  return done(await findPairItem(tx, scope, pairId));
}

/** Corrects a mistaken entry of the stage or status log by a new entry that voids it. Refusal: already_voided. */
export const voidEvent = programCommand({
  operation: pairOperations.voidEvent,
  input: voidEventInput,
  output: changedPair,
  may: canMovePairs,
  run: async (tx, context, { pairId, eventId, reason }) => {
    const result = await voidOne(tx, context, pairId, eventId, reason);
    return result.ok ? done({ pair: result.value }) : result;
  },
});

/** Takes back moves and changes of status just made, of one pair or many: all or none. Each entry that is refused is named by its place: already_voided. */
export const undoMoves = programCommand({
  operation: pairOperations.undoMoves,
  input: undoMovesInput,
  output: changedPairs,
  may: canMovePairs,
  run: async (tx, context, { eventIds }) => {
    const { programId } = context.scope;
    const events = await tx.$queryRaw<{ id: string; pairId: string }[]>`
      select id, pair_id as "pairId" from stage_event where program_id = ${programId}::uuid and id = any(${eventIds}::uuid[])
      union all
      select id, pair_id from status_event where program_id = ${programId}::uuid and id = any(${eventIds}::uuid[])
      order by "pairId"`;
    if (events.length !== new Set(eventIds).size) throw new AppError('not_found', 'event');
    const pairs: PairItem[] = [];
    const refusals: Refusal[] = [];
    for (const event of events) {
      const result = await voidOne(tx, context, event.pairId, event.id, 'undo');
      if (result.ok) pairs.push(result.value);
      else
        for (const refusal of result.refusals)
          refusals.push({ ...refusal, field: ['eventIds', eventIds.indexOf(event.id)] });
    }
    return refusals.length > 0 ? { ok: false, refusals } : done({ pairs });
  },
});
