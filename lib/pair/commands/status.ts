import { done, type Result } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { canMovePairs } from '../policy';
import { findPairItem, type PairItem } from '../queries/item';
import { refusalsOfStatus } from '../rules/moves';
import { changeStatusInput } from '../schema';
import { lockPair, refreshPair } from './refresh';

/** Opens, closes or holds a pair by appending to its status log. Refusals: stale, same_status, in_the_future, close_needs_reason. */
export const changeStatus = programCommand({
  name: 'pair.change_status',
  input: changeStatusInput,
  may: canMovePairs,
  run: async (
    tx,
    { scope, viewer, now, record },
    input,
  ): Promise<Result<{ pair: PairItem; eventId: string }>> => {
    const pair = await lockPair(tx, scope.programId, input.pairId);
    if (pair.version !== input.version) {
      return {
        ok: false,
        refusals: [{ reason: 'stale', field: ['version'], current: await findPairItem(tx, scope, pair.id) }],
      };
    }
    const effectiveAt = input.effectiveAt ?? now;
    const refusals = refusalsOfStatus({
      from: pair.status,
      to: input.status,
      effectiveAt,
      now,
      ...(input.reasonCode ? { reasonCode: input.reasonCode } : {}),
      ...(input.reason ? { reason: input.reason } : {}),
    });
    if (refusals.length > 0) return { ok: false, refusals };
    const event = await tx.statusEvent.create({
      data: {
        programId: scope.programId,
        startupId: pair.startupId,
        pairId: pair.id,
        fromStatus: pair.status,
        toStatus: input.status,
        reasonCode: input.reasonCode ?? null,
        reason: input.reason ?? null,
        effectiveAt,
        recordedAt: now,
        byId: viewer.personId,
        means: viewer.means,
      },
      select: { id: true },
    });
    await refreshPair(tx, scope.programId, pair.id);
    record({
      subject: 'pair',
      subjectId: pair.id,
      pairId: pair.id,
      startupId: pair.startupId,
      detail: {
        from: pair.status,
        to: input.status,
        reasonCode: input.reasonCode ?? null,
        eventId: event.id,
      },
    });
    return done({ pair: await findPairItem(tx, scope, pair.id), eventId: event.id });
  },
});
