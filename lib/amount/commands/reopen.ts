import type { ProgramScope } from '@/lib/core/scope';
import type { LockedPair } from '@/lib/pair/commands/refresh';
import { appendStatus } from '@/lib/pair/commands/status';
import { inForceAt } from '@/lib/pair/queries/in-force';
import { isClosed } from '@/lib/pair/rules/stages';
import type { Context } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';

/** Opens a pair again, from now on, where it is closed: talk goes on with the money that is logged beside it. */
export async function reopenPair(
  tx: Tx,
  context: Context<ProgramScope>,
  pair: Pick<LockedPair, 'id' | 'startupId'>,
): Promise<void> {
  const { scope, now } = context;
  const { status: from } = await inForceAt(tx, scope.programId, pair.id, now);
  if (isClosed(from)) await appendStatus(tx, context, pair, { from, to: 'open', effectiveAt: now });
}
