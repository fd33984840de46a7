import { AppError } from '@/lib/core/errors';
import { idField } from '@/lib/core/fields';
import { writeCursor } from '@/lib/platform/cursor';
import { programQuery } from '@/lib/platform/query';
import { clocksOf } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import { canReadPairs } from '../policy';
import type { PairSort } from '../rules/item';
import { listPairs, listPairsInput, sortKeyOf } from './list';
import { type PairItem, selectPairs } from './select';

type Neighbour = Pick<PairItem, 'id' | 'startup' | 'investor'>;

/** The pairs before and after one in the list the reader came from; null at its ends. */
export type Neighbours = { previous: Neighbour | null; next: Neighbour | null };

/**
 * Looks in the order of `sort` among the pairs of the filter. The pair itself need not be among them any more: one that
 * was just moved out of the list still has its neighbours. Throws not_found.
 */
export const listNeighbours = programQuery({
  name: 'pair.neighbours',
  input: listPairsInput.omit({ limit: true, cursor: true }).extend({ pairId: idField }),
  may: canReadPairs,
  run: async (tx, scope, { pairId, ...filter }): Promise<Neighbours> => {
    const now = new Date();
    const clocks = clocksOf(scope.program, now, filter.asOf, filter.knownOn);
    const sort = filter.sort ?? 'startup';
    const column = sort.replace('-', '') as PairSort;
    const [here] = await selectPairs(tx, scope, {
      clocks,
      now,
      where: Prisma.sql`p.id = ${pairId}::uuid`,
      sortKey: Prisma.sql`(${sortKeyOf(column, clocks)}) collate "C"`,
      orderBy: Prisma.sql`p.id`,
      limit: 1,
    });
    if (!here) throw new AppError('not_found', 'pair');
    const one = { ...filter, cursor: writeCursor({ key: here.sortKey, id: pairId }), limit: 1 };
    const back = sort.startsWith('-') ? column : (`-${column}` as const);
    const after = await listPairs.within(tx, scope, { ...one, sort });
    const before = await listPairs.within(tx, scope, { ...one, sort: back });
    return { previous: toNeighbour(before.items[0]), next: toNeighbour(after.items[0]) };
  },
});

function toNeighbour(item: PairItem | undefined): Neighbour | null {
  return item ? { id: item.id, startup: item.startup, investor: item.investor } : null;
}
