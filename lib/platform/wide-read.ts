import type { Tx } from './database';

/**
 * For reads that go over a whole program, first thing in their transaction: behind row-level security the planner
 * expects one row where there are hundreds, and would loop over them by nested loops (570 x 570 took a second).
 */
export async function expectManyRows(tx: Tx): Promise<void> {
  await tx.$queryRaw`select set_config('enable_nestloop', 'off', true)`;
}
