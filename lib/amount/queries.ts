import { rowsOfPair } from '@/lib/pair/queries/item';
import { wireMinor } from '@/lib/pair/queries/select';
import { programQuery } from '@/lib/platform/query';
import { dayOfColumn } from '@/lib/program/rules';
import { canReadAmounts, canVoidAmount } from './policy';
import { type AmountRecord, liveAmount } from './rules';
import { listAmountsInput } from './schema';

/** A pair's whole ladder, oldest first by effective day, then by entry; voided entries stay readable. */
export const listAmounts = programQuery({
  name: 'amount.list',
  input: listAmountsInput,
  may: canReadAmounts,
  run: async (tx, scope, { pairId }): Promise<AmountRecord[]> => {
    const found = await tx.amount.findMany({
      where: {
        programId: scope.programId,
        pairId,
        ...(scope.startupId ? { startupId: scope.startupId } : {}),
      },
      orderBy: [{ effectiveOn: 'asc' }, { seq: 'asc' }],
      select: {
        id: true,
        seq: true,
        rung: true,
        minor: true,
        currency: true,
        effectiveOn: true,
        recordedAt: true,
        source: true,
        evidence: true,
        reason: true,
        means: true,
        void: { select: { id: true } },
        by: {
          select: {
            id: true,
            name: true,
            memberships: { where: { programId: scope.programId }, select: { startupId: true } },
          },
        },
      },
    });
    const rows = await rowsOfPair(tx, scope, pairId, found);
    const entries = rows.map(({ effectiveOn, void: voided, ...row }) => ({
      ...row,
      effectiveOn: dayOfColumn(effectiveOn),
      voided: voided !== null,
    }));
    const live = liveAmount(entries);
    return entries.map(({ seq: _seq, by, ...entry }) => {
      const team = by?.memberships.map((membership) => membership.startupId) ?? [];
      const byOwnTeam = scope.startupId !== null && team.includes(scope.startupId);
      return {
        ...entry,
        minor: entry.minor === null ? null : wireMinor(entry.minor),
        recordedAt: entry.recordedAt.toISOString(),
        by: by ? { id: by.id, name: by.name } : null,
        live: entry.id === live?.id,
        canVoid: !entry.voided && canVoidAmount(scope, { byOwnTeam }),
      };
    });
  },
});
