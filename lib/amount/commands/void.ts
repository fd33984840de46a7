import { AppError } from '@/lib/core/errors';
import { done, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { lockPair, refreshPair } from '@/lib/pair/commands/refresh';
import { findPairItem } from '@/lib/pair/queries/item';
import { programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { amountOperations } from '../operations';
import { canAddAmounts, canVoidAmount } from '../policy';
import { voidAmountInput, voidedAmount } from '../schema';

async function isOfOwnTeam(tx: Tx, scope: ProgramScope, personId: string | null): Promise<boolean> {
  if (!scope.startupId || !personId) return false;
  const team = await tx.membership.count({
    where: { programId: scope.programId, personId, startupId: scope.startupId },
  });
  return team > 0;
}

/** Corrects a mistaken entry by a new one that voids it. Refusals: already_voided, not_yours. */
export const voidAmount = programCommand({
  operation: amountOperations.voidAmount,
  input: voidAmountInput,
  output: voidedAmount,
  may: canAddAmounts,
  run: async (tx, { scope, viewer, now, record }, { pairId, amountId, reason }) => {
    const pair = await lockPair(tx, scope.programId, pairId);
    const amount = await tx.amount.findUnique({
      where: { programId_pairId_id: { programId: scope.programId, pairId, id: amountId } },
      select: { byId: true, void: { select: { id: true } } },
    });
    if (!amount) throw new AppError('not_found', 'amount');
    const byOwnTeam = await isOfOwnTeam(tx, scope, amount.byId);
    if (!canVoidAmount(scope, { byOwnTeam })) return refuse('not_yours');
    if (amount.void) return refuse('already_voided', { field: ['amountId'] });
    await tx.void.create({
      data: {
        programId: scope.programId,
        startupId: pair.startupId,
        pairId,
        amountId,
        recordedAt: now,
        byId: viewer.personId,
        means: viewer.means,
        reason,
      },
    });
    await refreshPair(tx, scope.programId, pairId);
    record({
      subject: 'amount',
      subjectId: amountId,
      pairId,
      startupId: pair.startupId,
      detail: { voided: amountId, reason },
    });
    return done({ pair: await findPairItem(tx, scope, pairId) });
  },
});
