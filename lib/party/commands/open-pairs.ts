import type { ProgramScope } from '@/lib/core/scope';
import { uuidv7 } from '@/lib/core/uuid';
import type { Tx } from '@/lib/platform/database';
import { Prisma } from '@/prisma/client/client';

/**
 * A pair exists for every startup and investor of a program: opens the missing ones of a new party as candidates,
 * each with the first entry of its log. Safe to repeat. Returns how many it opened.
 * The program's row is taken first: of two parties added at the same moment the second one sees the first.
 */
export async function openPairs(tx: Tx, scope: ProgramScope, now: Date): Promise<number> {
  await tx.$queryRaw`select id from program where id = ${scope.programId}::uuid for no key update`;
  // As two sets: asked of each startup and investor, a plan made before an import filled the tables reads all pairs for each.
  const missing = await tx.$queryRaw<{ startupId: string; investorId: string }[]>`
    select s.id as "startupId", i.id as "investorId"
    from startup s join investor i on i.program_id = s.program_id where s.program_id = ${scope.programId}::uuid
    except select startup_id, investor_id from pair where program_id = ${scope.programId}::uuid`;
  if (missing.length === 0) return 0;
  const pairs = missing.map((both) => ({ id: uuidv7(now), eventId: uuidv7(now), ...both }));
  const { programId, viewer } = scope;
  // Two statements however many they are: a list of 300 startups beside 200 firms opens 60,000 pairs.
  const rows = Prisma.sql`jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)
      as r(id uuid, "eventId" uuid, "startupId" uuid, "investorId" uuid)`;
  await tx.$executeRaw`
    insert into pair (program_id, id, startup_id, investor_id, stage_since, created_at)
    select ${programId}::uuid, r.id, r."startupId", r."investorId", ${now}::timestamptz, ${now}::timestamptz from ${rows}`;
  await tx.$executeRaw`
    insert into stage_event (program_id, id, startup_id, pair_id, to_stage, effective_at, recorded_at, by_id, means)
    select ${programId}::uuid, r."eventId", r."startupId", r.id, 'candidate', ${now}::timestamptz, ${now}::timestamptz,
      ${viewer.personId}::uuid, ${viewer.means}::means
    from ${rows}`;
  return pairs.length;
}
