import { AppError } from '@/lib/core/errors';
import { done, refuse } from '@/lib/core/result';
import { worksInOffice } from '@/lib/core/scope';
import { lockPair } from '@/lib/pair/commands/refresh';
import { programCommand } from '@/lib/platform/command';
import { timetableOperations } from '../operations';
import { canPlan, canSayWishes } from '../policy';
import { sayWishInput, weighPairInput } from '../schema';
import { changedWish } from '../schema/wishes';

/**
 * Enters the wish of one side for a pair. A startup's people speak for their startup, the office for any side. The audit
 * trail keeps that a wish was entered, not of which pair nor what, and of a no-thanks not by whom: it is private.
 * Refusals: no_thanks_is_final, only_own_side.
 */
export const sayWish = programCommand({
  operation: timetableOperations.sayWish,
  input: sayWishInput,
  output: changedWish,
  may: canSayWishes,
  run: async (tx, { scope, viewer, now, record }, { pairId, said, side }) => {
    const isOffice = worksInOffice(scope);
    if (!isOffice && side !== undefined && side !== 'startup')
      return refuse('only_own_side', { field: ['side'] });
    const pair = await lockPair(tx, scope.programId, pairId);
    if (scope.startupId !== null && pair.startupId !== scope.startupId)
      throw new AppError('not_found', 'pair');
    const whose = isOffice ? (side ?? 'office') : 'startup';
    const [answer] = await tx.$queryRaw<{ said: boolean }[]>`
      select say_wish(${scope.programId}::uuid, ${pair.startupId}::uuid, ${pairId}::uuid, ${whose}::wish_side,
        ${said}::wish_word, ${now}, ${viewer.personId}::uuid) as said`;
    if (!answer?.said) return refuse('no_thanks_is_final', { field: ['said'] });
    record({ subject: 'wish', unnamed: said === 'no_thanks' });
    return done({ pairId });
  },
});

/** Gives a pair the office's own weight, or gives it back to the evidence. */
export const weighPair = programCommand({
  operation: timetableOperations.weighPair,
  input: weighPairInput,
  output: changedWish,
  may: canPlan,
  run: async (tx, { scope, viewer, now, record }, { pairId, weight }) => {
    const { programId } = scope;
    const pair = await lockPair(tx, programId, pairId);
    if (weight === null) await tx.pairWeight.deleteMany({ where: { programId, pairId } });
    else {
      const data = { weight, at: now, byId: viewer.personId };
      await tx.pairWeight.upsert({
        where: { programId_pairId: { programId, pairId } },
        create: { programId, pairId, startupId: pair.startupId, ...data },
        update: data,
        select: { pairId: true },
      });
    }
    record({ subject: 'pair', subjectId: pairId, pairId, startupId: pair.startupId, detail: { weight } });
    return done({ pairId });
  },
});
