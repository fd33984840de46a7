import { AppError } from '@/lib/core/errors';
import { behind, keyText, type Ordering, orderBy } from '@/lib/platform/ordering';
import { programQuery } from '@/lib/platform/query';
import { expectManyRows } from '@/lib/platform/wide-read';
import { clocksOf } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import { pairOperations } from '../operations';
import { canReadPairs } from '../policy';
import type { PairItem } from '../schema';
import { listNeighboursInput, neighbours } from '../schema';
import { orderOf, wherePairs } from './list';
import { selectPairs } from './select';

type Neighbour = Pick<PairItem, 'id' | 'startup' | 'investor'>;

/**
 * Looks in the order of `sort` among the pairs of the filter. The pair itself need not be among them any more: one that
 * was just moved out of the list still has its neighbours. Throws not_found.
 */
export const listNeighbours = programQuery({
  operation: pairOperations.listNeighbours,
  input: listNeighboursInput,
  output: neighbours,
  may: canReadPairs,
  run: async (tx, scope, { pairId, ...filter }) => {
    const now = new Date();
    const clocks = clocksOf(scope.program, now, filter.asOf, filter.knownOn);
    const order = orderOf(filter.sort ?? 'startup', clocks, scope.viewer.locale);
    const read = (where: Prisma.Sql, { keys, id, descending = false }: Ordering) =>
      selectPairs(tx, scope, {
        ...{ clocks, now, where, sortKey: keyText({ keys }), limit: 1 },
        orderBy: orderBy({ keys, id, descending }),
      });
    const [here] = await read(Prisma.sql`p.id = ${pairId}::uuid`, order);
    if (!here) throw new AppError('not_found', 'pair');
    const place = { key: here.sortKey, id: pairId };
    const where = wherePairs(scope.programId, filter, clocks);
    if (!clocks.isNow || filter.reached || filter.met) await expectManyRows(tx);
    const beside = async (towards: Ordering) =>
      (await read(Prisma.sql`${where} and ${behind(towards, place)}`, towards))[0]?.item;
    // The same keys backwards: blanks stay where the reader's list has them.
    const before = await beside({ ...order, descending: !order.descending });
    const after = await beside(order);
    return { previous: toNeighbour(before), next: toNeighbour(after) };
  },
});

function toNeighbour(item: PairItem | undefined): Neighbour | null {
  return item ? { id: item.id, startup: item.startup, investor: item.investor } : null;
}
