import { Prisma } from '@/prisma/client/client';
import type { Tx } from './database';

const AT_ONCE = 1000;

/**
 * The rows of one statement, so many at a time, so that a long list is never held whole. It is planned for all of its rows.
 * One at a time in a transaction: the next may begin when the last row of this one was read.
 */
export async function* fetchRows<Row>(tx: Tx, statement: Prisma.Sql): AsyncGenerator<Row[]> {
  await tx.$queryRaw`select set_config('cursor_tuple_fraction', '1', true)`;
  await tx.$executeRaw(Prisma.sql`declare fetched_rows no scroll cursor for ${statement}`);
  for (;;) {
    const rows = await tx.$queryRaw<Row[]>`fetch forward 1000 from fetched_rows`;
    if (rows.length > 0) yield rows;
    if (rows.length < AT_ONCE) break;
  }
  await tx.$executeRaw`close fetched_rows`;
}
