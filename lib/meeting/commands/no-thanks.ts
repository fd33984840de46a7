import type { Refusal } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';

/** Whether somebody said that the pair is not to meet. Whose word it is, the database tells nobody. */
export async function isNotToMeet(tx: Tx, { programId }: ProgramScope, pairId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select pair_id from pair_wish(${programId}::uuid) where pair_id = ${pairId}::uuid and said = 'no_thanks'`;
  return rows.length > 0;
}

/** A soft gate: who books such a pair all the same says why. */
export async function refusalsOfNoThanks(
  tx: Tx,
  scope: ProgramScope,
  pairId: string,
  reason: string | undefined,
): Promise<Refusal[]> {
  if (reason || !(await isNotToMeet(tx, scope, pairId))) return [];
  return [{ reason: 'gate_no_thanks', field: ['reason'] }];
}
