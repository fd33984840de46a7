import { AppError } from '@/lib/core/errors';
import { done, type Refusal, refuse } from '@/lib/core/result';
import { worksInOffice } from '@/lib/core/scope';
import { lockPair, lockPairs } from '@/lib/pair/commands/refresh';
import { programCommand } from '@/lib/platform/command';
import { timetableOperations } from '../operations';
import { canPlan, canSayWishes } from '../policy';
import { sayWishInput, weighPairInput, weighPairsInput } from '../schema';
import { changedWeights, changedWish } from '../schema/wishes';
import { keepWeights, sayWishes } from './many-wishes';

/**
 * Enters the wish of one side for a pair. A startup's people speak for their startup, the office for any side.
 * Refusals: no_thanks_is_final, only_own_side.
 */
export const sayWish = programCommand({
  operation: timetableOperations.sayWish,
  input: sayWishInput,
  output: changedWish,
  may: canSayWishes,
  run: async (tx, context, { pairId, said, side }) => {
    const { scope } = context;
    const isOffice = worksInOffice(scope);
    if (!isOffice && side !== undefined && side !== 'startup')
      return refuse('only_own_side', { field: ['side'] });
    const pair = await lockPair(tx, scope.programId, pairId);
    if (scope.startupId !== null && pair.startupId !== scope.startupId)
      throw new AppError('not_found', 'pair');
    const whose = isOffice ? (side ?? 'office') : 'startup';
    const wish = { pairId, startupId: pair.startupId, side: whose, said } as const;
    if ((await sayWishes(tx, context, [wish])).length > 0)
      return refuse('no_thanks_is_final', { field: ['said'] });
    return done({ pairId });
  },
});

/** Gives a pair the office's own weight, or gives it back to the evidence. */
export const weighPair = programCommand({
  operation: timetableOperations.weighPair,
  input: weighPairInput,
  output: changedWish,
  may: canPlan,
  run: async (tx, context, { pairId, weight }) => {
    const { startupId } = await lockPair(tx, context.scope.programId, pairId);
    await keepWeights(tx, context, [{ pairId, startupId, weight }]);
    return done({ pairId });
  },
});

/**
 * The same for many pairs, all or none, answering what takes them back. Refusal: stale, where another weight stands than the
 * one that was seen.
 */
export const weighPairs = programCommand({
  operation: timetableOperations.weighPairs,
  input: weighPairsInput,
  output: changedWeights,
  may: canPlan,
  run: async (tx, context, { weights }) => {
    const { programId } = context.scope;
    const ids = weights.map(({ pairId }) => pairId);
    const pairs = await lockPairs(tx, programId, ids);
    const rows = await tx.pairWeight.findMany({
      where: { programId, pairId: { in: ids } },
      select: { pairId: true, weight: true },
    });
    const standing = new Map(rows.map(({ pairId, weight }) => [pairId, weight]));
    const refusals = weights.flatMap(({ pairId, was }, index): Refusal[] => {
      const weight = standing.get(pairId) ?? null;
      if (weight === was) return [];
      return [{ reason: 'stale', field: ['weights', index, 'was'], current: { weight } }];
    });
    if (refusals.length > 0) return { ok: false, refusals };
    await keepWeights(
      tx,
      context,
      weights.map(({ pairId, weight }) => ({
        ...{ pairId, weight },
        startupId: pairs.get(pairId)?.startupId ?? '',
      })),
    );
    const undo = weights.map(({ pairId, weight, was }) => ({ pairId, weight: was, was: weight }));
    return done({ changed: weights.length, undo: { weights: undo } });
  },
});
