import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import type { Clocks } from '@/lib/program/rules';
import { keptOf } from '../rules/across';
import type { KeptFunnel } from '../schema/many-funnels';
import { readFunnel } from './funnel';
import { askBy } from './statements';

/** Raised with the shape of `KeptFunnel`: what an older version kept is counted anew. */
const SHAPE = 3;
/** `server`: when the PostgreSQL that counted it was started. Transaction numbers of another server mean nothing here. */
type Kept = { shape: number; server: string; funnel: KeptFunnel };

/** Which funnel is wanted of which program; `knownOn` empty for all that is known. */
type Wanted = { programId: string; clocks: Clocks };

/**
 * Kept funnels that are still true, by program: every transaction that changed what the funnel counts had ended before
 * it was counted (program_touch, written by the logs' own triggers). One statement, however many programs.
 */
export async function findKept(tx: Tx, wanted: readonly Wanted[]): Promise<Map<string, KeptFunnel>> {
  const rows = await tx.$queryRaw<{ programId: string; figures: Kept }[]>`
    select r.program_id as "programId", r.figures
    from unnest(${wanted.map(({ programId }) => programId)}::uuid[], ${wanted.map(({ clocks }) => clocks.asOf)}::date[],
      ${wanted.map(({ clocks }) => clocks.knownOn ?? '')}::text[]) as w (program_id, as_of, known_on)
    join funnel_rollup r on r.program_id = w.program_id and r.as_of = w.as_of and r.known_on = w.known_on
    where r.figures ->> 'server' = extract(epoch from pg_postmaster_start_time())::text and not exists (
      select from program_touch t
      where t.program_id = r.program_id and t.xid >= pg_snapshot_xmin(r.snapshot::pg_snapshot)::text::bigint
        and not pg_visible_in_snapshot(t.xid::text::xid8, r.snapshot::pg_snapshot))`;
  return new Map(
    rows.flatMap(({ programId, figures }) => (figures.shape === SHAPE ? [[programId, figures.funnel]] : [])),
  );
}

/**
 * Counts a program's funnel and keeps it. The snapshot is taken first: what is committed while the statements run may be
 * in them or not, and either way the next reader counts anew.
 */
export async function countAndKeep(tx: Tx, scope: ProgramScope, clocks: Clocks): Promise<KeptFunnel> {
  const { programId } = scope;
  await holdTouches(tx, programId);
  const [{ snapshot, server }] = await tx.$queryRaw<[{ snapshot: string; server: string }]>`
    select pg_current_snapshot()::text as snapshot, extract(epoch from pg_postmaster_start_time())::text as server`;
  const funnel = keptOf(await readFunnel(await askBy(tx, scope, clocks)));
  const kept: Kept = { shape: SHAPE, server, funnel };
  await tx.$executeRaw`
    insert into funnel_rollup (program_id, as_of, known_on, figures, snapshot)
    values (${programId}::uuid, ${clocks.asOf}::date, ${clocks.knownOn ?? ''}, ${JSON.stringify(kept)}::jsonb, ${snapshot})
    on conflict (program_id, as_of, known_on) do update set figures = excluded.figures, snapshot = excluded.snapshot`;
  return funnel;
}

/**
 * Until this transaction ends, forget_what_is_over() leaves the program's touches: the funnel that is being counted may have
 * to be told of them. Readers share the lock and wait for nobody but that job.
 */
async function holdTouches(tx: Tx, programId: string): Promise<void> {
  await tx.$queryRaw`
    select count(pg_advisory_xact_lock_shared(hashtextextended(${`${programId} kept funnel`}, 0))) from (select 1) one`;
}
