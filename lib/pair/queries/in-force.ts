import { AppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import type { Clocks } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import type { GateFacts } from '../rules/moves';
import type { PairStatus, Stage } from '../rules/stages';

/*
 * Which entries of a pair's logs count: those that had happened by one bound, were known by another, and were not voided by
 * then. It is written once, in SQL (stage_in_force and its like). These functions, last_stage_event, last_status_event,
 * last_meeting_event and amount_since_end are one SELECT without settings, so that PostgreSQL writes them into the statement
 * that names them and uses its indexes; in-force.test.ts holds them to it. pair_state, pair_amount, pair_money and pair_met
 * build on them, set enable_nestloop, and are called as they stand.
 */

/** Whose logs, up to when, as known when. */
type ByClocks = { scope: Pick<ProgramScope, 'programId'>; clocks: Clocks };

/** The bound of what was known, for the SQL functions: without one, all there is. */
export function knownOf(clocks: Clocks): Prisma.Sql {
  return clocks.knownBefore ? Prisma.sql`${clocks.knownBefore}` : Prisma.sql`'infinity'::timestamptz`;
}

/** `from ${inForce('stage', asked)} e`: the entries of a log that count by both clocks, with all their columns. */
export function inForce(log: 'stage' | 'status' | 'amount', { scope, clocks }: ByClocks): Prisma.Sql {
  const [program, known] = [Prisma.sql`${scope.programId}::uuid`, knownOf(clocks)];
  switch (log) {
    case 'stage':
      return Prisma.sql`stage_in_force(${program}, ${clocks.before}, ${known})`;
    case 'status':
      return Prisma.sql`status_in_force(${program}, ${clocks.before}, ${known})`;
    case 'amount':
      return Prisma.sql`amount_in_force(${program}, ${clocks.asOf}::date, ${known})`;
  }
}

/** The last entry of each pair, by both clocks: where it stood. An entry that opens a log stands below every move. */
export function lastInForce(log: 'stage' | 'status', { scope, clocks }: ByClocks): Prisma.Sql {
  const asked = Prisma.sql`(${scope.programId}::uuid, ${clocks.before}, ${knownOf(clocks)})`;
  return log === 'stage' ? Prisma.sql`last_stage_event${asked}` : Prisma.sql`last_status_event${asked}`;
}

/** Where a pair stood at an instant, and whether a meeting of that stage had been held and an outcome recorded for it. */
type InForce = { stage: Stage; status: PairStatus; facts: GateFacts };

/**
 * What was in force at an instant, by all that is known now: an entry for an earlier day is judged by that day and not by
 * what came after it. An entry that became effective at the very instant stands already. A pair whose log begins later
 * counts as an open candidate.
 */
export async function inForceAt(tx: Tx, programId: string, pairId: string, at: Date): Promise<InForce> {
  // Bounds are exclusive, and PostgreSQL counts microseconds.
  const before = Prisma.sql`${at}::timestamptz + interval '1 microsecond'`;
  const [row] = await tx.$queryRaw<({ stage: Stage; status: PairStatus } & GateFacts)[]>`
    select s.stage, s.status,
      exists (select from meeting m where m.program_id = ${programId}::uuid and m.pair_id = ${pairId}::uuid
              and m.stage = s.stage and m.state = 'held' and m.starts_at <= ${at}) as "heldMeeting",
      exists (select from outcome o join meeting m on m.program_id = o.program_id and m.id = o.meeting_id
              where o.program_id = ${programId}::uuid and o.pair_id = ${pairId}::uuid and m.stage = s.stage
                and o.effective_at <= ${at}) as outcome
    from (select
      coalesce((select e.to_stage from last_stage_event(${programId}::uuid, ${before}, 'infinity') e
                where e.pair_id = ${pairId}::uuid), 'candidate') as stage,
      coalesce((select e.to_status from last_status_event(${programId}::uuid, ${before}, 'infinity') e
                where e.pair_id = ${pairId}::uuid), 'open') as status) s`;
  if (!row) throw new AppError('internal', 'no facts');
  const { stage, status, ...facts } = row;
  return { stage, status, facts };
}
