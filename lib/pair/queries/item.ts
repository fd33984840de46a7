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
  const [item] = await findPairItems(tx, scope, [pairId], now);
  if (!item) throw new AppError('not_found', 'pair');
  return item;
}

/** The same for many, in the order of their ids as given. */
export async function findPairItems(
  tx: Tx,
  scope: ProgramScope,
  pairIds: readonly string[],
  now = new Date(),
): Promise<PairItem[]> {
  const [first, ...others] = pairIds;
  if (!first) return [];
  const found = await selectPairs(tx, scope, {
    clocks: clocksOf(scope.program, now),
    now,
    // A single id is known to the joins too: PostgreSQL then reads the meetings of one pair and not of all.
    where: others.length > 0 ? Prisma.sql`p.id = any(${pairIds}::uuid[])` : Prisma.sql`p.id = ${first}::uuid`,
    sortKey: Prisma.sql`p.id`,
    orderBy: Prisma.sql`p.id`,
    limit: null,
  });
  const byId = new Map(found.map(({ item }) => [item.id, item]));
  return pairIds.map((id) => {
    const item = byId.get(id);
    if (!item) throw new AppError('not_found', 'pair');
    return item;
  });
}
