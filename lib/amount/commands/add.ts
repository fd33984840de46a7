import { done, refuse } from '@/lib/core/result';
import { worksInOffice } from '@/lib/core/scope';
import { dayInZone } from '@/lib/core/zones';
import { lockPair, refreshPair } from '@/lib/pair/commands/refresh';
import { reopenPair } from '@/lib/pair/commands/status';
import { canMovePairs } from '@/lib/pair/policy';
import { findPairItem } from '@/lib/pair/queries/item';
import { programCommand } from '@/lib/platform/command';
import { amountOperations } from '../operations';
import { canAddAmounts, canNameSource } from '../policy';
import { LADDER, refusalsOfAmount, refusalsOfClosedPair } from '../rules';
import { addAmountInput, addedAmount } from '../schema';
import { recordAmount } from './record';
import { findLargeAmount } from './size';

/**
 * Adds an entry to a pair's ladder. Interest may come without money (kept as zero of the program's currency). Refusals:
 * in_the_future, money_required, no_money_here, reason_required, evidence_missing (a reason opens it), evidence_named,
 * unusually_small and unusually_large (`confirmed` opens them), source_not_yours, and of a closed pair pair_closed (an
 * answer in `closedPair` opens it) and reopen_not_yours.
 */
export const addAmount = programCommand({
  operation: amountOperations.addAmount,
  input: addAmountInput,
  output: addedAmount,
  may: canAddAmounts,
  run: async (tx, context, input) => {
    const { scope, now, record } = context;
    const pair = await lockPair(tx, scope.programId, input.pairId);
    const source = input.source ?? (worksInOffice(scope) ? 'officer' : 'startup');
    if (!canNameSource(scope, source)) return refuse('source_not_yours', { field: ['source'] });
    const today = dayInZone(now, scope.program.homeZone);
    const { pairId, closedPair, ...given } = input;
    const largeFrom = await findLargeAmount(tx, scope, input.currency);
    const refusals = [
      ...refusalsOfAmount({ ...given, source, today, largeFrom }),
      ...refusalsOfClosedPair({
        rung: input.rung,
        status: pair.status,
        answer: closedPair,
        mayReopen: canMovePairs(scope),
      }),
    ];
    if (refusals.length > 0) return { ok: false, refusals };
    const holdsMoney = LADDER[input.rung].money !== 'none';
    const minor = holdsMoney ? (input.minor ?? 0) : null;
    const currency = holdsMoney ? (input.currency ?? scope.program.baseCurrency) : null;
    const { amountId } = await recordAmount(tx, context, {
      pairId,
      startupId: pair.startupId,
      rung: input.rung,
      minor,
      currency,
      effectiveOn: input.effectiveOn,
      source,
      evidence: input.evidence,
      reason: input.reason,
    });
    if (closedPair === 'reopen') await reopenPair(tx, context, pair);
    await refreshPair(tx, scope.programId, pairId);
    record({
      subject: 'amount',
      subjectId: amountId,
      pairId,
      startupId: pair.startupId,
      detail: { rung: input.rung, minor, currency, effectiveOn: input.effectiveOn, source },
    });
    return done({ amountId, pair: await findPairItem(tx, scope, pairId) });
  },
});
