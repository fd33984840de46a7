import { done } from '@/lib/core/result';
import { dayInZone } from '@/lib/core/zones';
import { lockPair, refreshPair } from '@/lib/pair/commands/refresh';
import { reopenPair } from '@/lib/pair/commands/status';
import { findPairItem } from '@/lib/pair/queries/item';
import { programCommand } from '@/lib/platform/command';
import { amountOperations } from '../operations';
import { canAddAmounts } from '../policy';
import { addAmountInput, addedAmount } from '../schema';
import { ladderEntryOf } from './entry';
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
    const today = dayInZone(now, scope.program.homeZone);
    const largeFrom = await findLargeAmount(tx, scope, input.currency);
    const entry = ladderEntryOf(scope, pair, input, { today, largeFrom });
    if (!entry.ok) return entry;
    const { amountId } = await recordAmount(tx, context, entry.value);
    if (input.closedPair === 'reopen') await reopenPair(tx, context, pair);
    await refreshPair(tx, scope.programId, pair.id);
    const { rung, minor, currency, effectiveOn, source } = entry.value;
    record({
      ...{ subject: 'amount', subjectId: amountId, pairId: pair.id, startupId: pair.startupId },
      detail: { rung, minor, currency, effectiveOn, source },
    });
    return done({ amountId, pair: await findPairItem(tx, scope, pair.id) });
  },
});
