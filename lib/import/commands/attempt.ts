import { isAppError } from '@/lib/core/errors';
import type { Result } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { Context } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { constraintOf } from '@/lib/platform/database-errors';
import type { Judged } from '../rules/judged';
import type { Kind } from './kinds/kind';
import { refused } from './kinds/refused';

/** Whoever waits hears of so many rows at a time. */
const TOLD_EVERY = 50;

type ByCommands = Extract<Kind, { perform: unknown }>;

/** Runs the commands of one row; nothing of it stays where one of them refuses. */
export async function performRow(
  tx: Tx,
  context: Context<ProgramScope>,
  kind: ByCommands,
  write: unknown,
): Promise<Result<unknown>> {
  await tx.$executeRaw`savepoint import_row`;
  const result = await run();
  if (!result.ok) await tx.$executeRaw`rollback to savepoint import_row`;
  await tx.$executeRaw`release savepoint import_row`;
  return result;

  async function run(): Promise<Result<unknown>> {
    try {
      return await kind.perform(tx, context, write);
    } catch (error) {
      if (isAppError(error) && (error.code === 'forbidden' || error.code === 'not_found'))
        return { ok: false, refusals: [{ reason: `row_${error.code}` }] };
      const constraint = constraintOf(error);
      if (!constraint || !kind.explain) throw error;
      await tx.$executeRaw`rollback to savepoint import_row`;
      const refusals = await kind.explain(tx, context.scope, { constraint }, write);
      if (!refusals) throw error;
      return { ok: false, refusals };
    }
  }
}

/**
 * Runs the rows that would write something, one after the other, tells each what its commands refuse, and takes all of it
 * back: what is shown is what the same commands will do.
 */
export async function attemptRows(
  tx: Tx,
  context: Context<ProgramScope>,
  kind: ByCommands,
  rows: readonly { judged: Judged }[],
): Promise<void> {
  await tx.$executeRaw`savepoint import_attempt`;
  await tx.$executeRaw`set constraints all immediate`;
  for (const [at, row] of rows.entries()) {
    if (at > 0 && at % TOLD_EVERY === 0) context.tell({ step: 'check', done: at, of: rows.length });
    if (row.judged.write === null) continue;
    const result = await performRow(tx, context, kind, row.judged.write);
    if (!result.ok) row.judged = refused(row.judged, result.refusals, kind.columns);
  }
  await tx.$executeRaw`rollback to savepoint import_attempt`;
  await tx.$executeRaw`release savepoint import_attempt`;
}
