import type { ProgramScope } from '@/lib/core/scope';
import { uuidv7 } from '@/lib/core/uuid';
import type { Tx } from '@/lib/platform/database';

/**
 * A pair exists for every startup and investor of a program: opens the missing ones of a new party as candidates,
 * each with the first entry of its log. Safe to repeat. Returns how many it opened.
 * The program's row is taken first: of two parties added at the same moment the second one sees the first.
 */
export async function openPairs(tx: Tx, scope: ProgramScope, now: Date): Promise<number> {
  await tx.$queryRaw`select id from program where id = ${scope.programId}::uuid for no key update`;
  const missing = await tx.$queryRaw<{ startupId: string; investorId: string }[]>`
    select s.id as "startupId", i.id as "investorId"
    from startup s join investor i on i.program_id = s.program_id
    where s.program_id = ${scope.programId}::uuid
      and not exists (select from pair p where p.program_id = s.program_id and p.startup_id = s.id and p.investor_id = i.id)`;
  if (missing.length === 0) return 0;
  const pairs = missing.map((both) => ({
    id: uuidv7(now),
    ...both,
    programId: scope.programId,
    stageSince: now,
    createdAt: now,
  }));
  await tx.pair.createMany({ data: pairs });
  await tx.stageEvent.createMany({
    data: pairs.map((pair) => ({
      programId: scope.programId,
      startupId: pair.startupId,
      pairId: pair.id,
      fromStage: null,
      toStage: 'candidate' as const,
      effectiveAt: now,
      recordedAt: now,
      byId: scope.viewer.personId,
      means: scope.viewer.means,
    })),
  });
  return pairs.length;
}
