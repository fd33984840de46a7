import type { Day } from '@/lib/core/days';
import type { ProgramScope } from '@/lib/core/scope';
import type { Context } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { dateColumn } from '@/lib/program/rules';
import type { Rung, Source } from '../rules';

/** `minor` in minor units of `currency`, both null where the rung holds no money; `effectiveOn` YYYY-MM-DD. */
export type AmountToRecord = {
  pairId: string;
  startupId: string;
  rung: Rung;
  minor: number | null;
  currency: string | null;
  effectiveOn: Day;
  source: Source;
  evidence?: string | null | undefined;
  reason?: string | null | undefined;
};

/**
 * Appends one entry to a pair's amount log and nothing else: the caller has locked the pair, asked the rules, and
 * refreshes the pair and records the audit entry in the same transaction.
 */
export async function recordAmount(
  tx: Tx,
  { scope, viewer, now }: Pick<Context<ProgramScope>, 'scope' | 'viewer' | 'now'>,
  entry: AmountToRecord,
): Promise<{ amountId: string }> {
  const row = await tx.amount.create({
    data: {
      programId: scope.programId,
      startupId: entry.startupId,
      pairId: entry.pairId,
      rung: entry.rung,
      minor: entry.minor === null ? null : BigInt(entry.minor),
      currency: entry.currency,
      effectiveOn: dateColumn(entry.effectiveOn),
      recordedAt: now,
      byId: viewer.personId,
      means: viewer.means,
      source: entry.source,
      evidence: entry.evidence || null,
      reason: entry.reason || null,
    },
    select: { id: true },
  });
  return { amountId: row.id };
}
