import { AppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import { clocksOf } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import type { PairItem } from '../schema';
import { selectPairs } from './select';

/**
 * Rows that belong to one pair. None at all may mean that there is no such pair for this viewer, which is the same
 * not_found everywhere; a pair without such rows gives the empty list.
 */
export async function rowsOfPair<Row>(
  tx: Tx,
  scope: ProgramScope,
  pairId: string,
  rows: Row[],
): Promise<Row[]> {
  if (rows.length > 0) return rows;
  const where = {
    programId: scope.programId,
    id: pairId,
    ...(scope.startupId ? { startupId: scope.startupId } : {}),
  };
  if ((await tx.pair.count({ where })) === 0) throw new AppError('not_found', 'pair');
  return rows;
}

/** One pair as it stands now. Throws not_found for what is not there or not the viewer's. */
export async function findPairItem(
  tx: Tx,
  scope: ProgramScope,
  pairId: string,
  now = new Date(),
): Promise<PairItem> {
  const found = await selectPairs(tx, scope, {
    clocks: clocksOf(scope.program, now),
    now,
    where: Prisma.sql`p.id = ${pairId}::uuid`,
    sortKey: Prisma.sql`p.id`,
    orderBy: Prisma.sql`p.id`,
    limit: 1,
  });
  const item = found[0]?.item;
  if (!item) throw new AppError('not_found', 'pair');
  return item;
}
