import type { Day } from '@/lib/core/days';
import type { ProgramScope } from '@/lib/core/scope';
import { uuidv7 } from '@/lib/core/uuid';
import { refreshSomePairs } from '@/lib/pair/commands/refresh';
import type { Context } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { dateColumn } from '@/lib/program/rules';
import { amountOperations } from '../operations';
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

/**
 * Appends entries that break no rule, in their order, to the logs of pairs whose rows this transaction holds, and brings the
 * pairs up to them. The audit trail has them as one by one.
 */
export async function recordAmounts(
  tx: Tx,
  { scope, viewer, now, record }: Context<ProgramScope>,
  entries: readonly AmountToRecord[],
): Promise<void> {
  const rows = entries.map((entry) => ({ ...entry, id: uuidv7(now) }));
  await tx.$executeRaw`
    insert into amount (program_id, id, startup_id, pair_id, rung, minor, currency, effective_on, recorded_at, by_id, means,
      source, evidence, reason)
    select ${scope.programId}::uuid, r.id, r."startupId", r."pairId", r.rung, r.minor, r.currency, r."effectiveOn", ${now},
      ${viewer.personId}::uuid, ${viewer.means}::means, r.source, nullif(r.evidence, ''), nullif(r.reason, '')
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (id uuid, "startupId" uuid, "pairId" uuid, rung rung,
      minor bigint, currency text, "effectiveOn" date, source amount_source, evidence text, reason text))
      with ordinality as r(id, "startupId", "pairId", rung, minor, currency, "effectiveOn", source, evidence, reason, nth)
    order by r.nth`;
  await refreshSomePairs(
    tx,
    scope.programId,
    rows.map(({ pairId }) => pairId),
  );
  for (const { id, pairId, startupId, rung, minor, currency, effectiveOn, source } of rows)
    record({
      ...{ command: amountOperations.addAmount.name, subject: 'amount', subjectId: id, pairId, startupId },
      detail: { rung, minor, currency, effectiveOn, source },
    });
}
