import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import type { ProgramScope } from '@/lib/core/scope';
import { writeCursor } from '@/lib/platform/cursor';
import type { Tx } from '@/lib/platform/database';
import {
  behind,
  blanksLast,
  keyText,
  nameOrder,
  type Ordering,
  orderBy,
  plainKey,
  readPlace,
} from '@/lib/platform/ordering';
import { programQuery } from '@/lib/platform/query';
import { expectManyRows } from '@/lib/platform/wide-read';
import { type Clocks, clocksOf } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import { pairOperations } from '../operations';
import { canReadPairs } from '../policy';
import type { PairSort } from '../rules/item';
import {
  listNeighboursInput,
  listPairsInput,
  neighbours,
  type PairFilter,
  type PairItem,
  pairPage,
} from '../schema';
import { filterParts, wherePairs } from './filter';
import { columnsOf, fetchPairs, joinsOf, selectPairs } from './select';

type Filter = z.output<typeof listPairsInput>;

/**
 * The order of a sort, a minus turning it down: names by the rules of the reader's language, everything else as text that
 * compares in the right order; blanks last either way. The pair's id decides ties.
 */
function orderOf(sort: NonNullable<Filter['sort']>, clocks: Clocks, locale: Locale): Ordering {
  const column = columnsOf(clocks);
  const descending = sort.startsWith('-');
  const startup = nameOrder(locale, Prisma.sql`s.name`, Prisma.sql`s.name_en`);
  const investor = nameOrder(locale, Prisma.sql`i.name`);
  const filled = (key: Prisma.Sql, value: Prisma.Sql) => blanksLast(key, value, descending);
  const text = (value: Prisma.Sql) => filled(plainKey(value), value);
  const keys: Readonly<Record<PairSort, readonly Prisma.Sql[]>> = {
    startup: [startup, investor],
    investor: [investor, startup],
    sector: [plainKey(Prisma.sql`s.sector`), startup, investor],
    stage: [plainKey(Prisma.sql`array_position(enum_range(null::stage), ${column.stage})::text`)],
    status: [plainKey(Prisma.sql`array_position(enum_range(null::pair_status), ${column.status})::text`)],
    // Two currencies are not compared: sorted within each.
    amount: text(Prisma.sql`(${column.currency} || lpad(${column.minor}::text, 16, '0'))`),
    since: text(Prisma.sql`to_char(${column.since} at time zone 'UTC', 'YYYYMMDDHH24MISSMS')`),
    nextStepOn: text(Prisma.sql`${column.nextStepOn}::text`),
    interest: text(Prisma.sql`${column.interest}::text`),
    owner: filled(nameOrder(locale, Prisma.sql`owner.name`, Prisma.sql`owner.name_en`), Prisma.sql`owner.id`),
  };
  return { keys: keys[sort.replace('-', '') as PairSort], id: Prisma.sql`p.id`, descending };
}

/**
 * Pairs of the program (a startup's people: their own), filtered and sorted, at most 1,000 a page; live, or as of a
 * date and as known on a date. `nextCursor` is null on the last page.
 */
export const listPairs = programQuery({
  operation: pairOperations.listPairs,
  input: listPairsInput,
  output: pairPage,
  may: canReadPairs,
  run: async (tx, scope, filter) => {
    const limit = filter.limit ?? 100;
    const found = await readPairs(tx, scope, filter, limit + 1);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const nextCursor =
      found.length > limit && last ? writeCursor({ key: last.sortKey, id: last.item.id }) : null;
    return { items: page.map((row) => row.item), nextCursor };
  },
});

/** All pairs of a filter in the order of the list, so many at a time; for reads that have authorized already. */
export async function* fetchAllPairs(
  tx: Tx,
  scope: ProgramScope,
  filter: Filter,
): AsyncGenerator<PairItem[]> {
  await expectManyRows(tx);
  yield* fetchPairs(tx, scope, selectionOf(scope, filter, null).selection);
}

/**
 * `select` of the ids of a filter's pairs, which another read keeps to. Whether anything of a pair had happened by then is that
 * read's to say: meetings and outcomes may be older than the pair's own log, and count without a filter too.
 */
export function idsOfPairs(scope: ProgramScope, filter: PairFilter, clocks: Clocks): Prisma.Sql {
  const parts = [Prisma.sql`true`, ...Object.values(filterParts(scope.programId, filter, clocks))];
  return Prisma.sql`
    select p.id from pair p
    join startup s on s.program_id = p.program_id and s.id = p.startup_id
    join investor i on i.program_id = p.program_id and i.id = p.investor_id
    ${joinsOf(scope, clocks)}
    where p.program_id = ${scope.programId}::uuid
      and (${scope.startupId}::uuid is null or p.startup_id = ${scope.startupId}::uuid)
      and s.archived_at is null and i.archived_at is null and ${Prisma.join(parts, ' and ')}`;
}

async function readPairs(tx: Tx, scope: ProgramScope, filter: Filter, limit: number) {
  const { selection, isWide } = selectionOf(scope, filter, limit);
  if (isWide) await expectManyRows(tx);
  return selectPairs(tx, scope, selection);
}

/** The ids alone, in no order; for reads that have authorized already. */
export async function listPairIds(
  tx: Tx,
  scope: ProgramScope,
  filter: PairFilter,
  clocks: Clocks,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(idsOfPairs(scope, filter, clocks));
  return rows.map(({ id }) => id);
}

/** `limit`: null for all there are. */
function selectionOf(scope: ProgramScope, filter: Filter, limit: number | null) {
  const now = new Date();
  const clocks = clocksOf(scope.program, now, filter.asOf, filter.knownOn);
  const order = orderOf(filter.sort ?? 'startup', clocks, scope.viewer.locale);
  const after = readPlace(filter.cursor, order);
  const where = wherePairs(scope.programId, filter, clocks);
  return {
    isWide: Boolean(!clocks.isNow || filter.reached || filter.met),
    selection: {
      ...{ clocks, now, limit },
      where: after ? Prisma.sql`${where} and ${behind(order, after)}` : where,
      sortKey: keyText(order),
      orderBy: orderBy(order),
    },
  };
}

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
