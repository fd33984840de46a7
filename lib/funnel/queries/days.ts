import type { Day } from '@/lib/core/days';
import { inForce, knownOf } from '@/lib/pair/queries/in-force';
import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { funnelOperations } from '../operations';
import { canSeeFunnel } from '../policy';
import { listDaysInput } from '../schema';
import { funnelDays } from '../schema/time';
import { type Asked, ask, cohort, namedClocks } from './statements';

/**
 * The days of the home zone on which something happened that the funnel counts, as far as it was known: stage and
 * status events, amounts, meetings held. With `knownOn: then` the knowledge moves along: a day counts on which
 * something that had happened came to be known, or was taken back.
 */
export const listDays = programQuery({
  operation: funnelOperations.listDays,
  input: listDaysInput,
  output: funnelDays,
  may: canSeeFunnel,
  isWide: true,
  run: async (tx, scope, { knownOn, ...input }) => {
    const then = knownOn === 'then';
    const asked = await ask(tx, scope, { ...input, knownOn: then ? null : knownOn });
    const rows = then ? await daysKnownThen(asked) : await daysOf(asked);
    const clocks = namedClocks(asked);
    return { ...clocks, knownOn: then ? clocks.asOf : clocks.knownOn, days: rows.map(({ day }) => day) };
  },
});

/** All knowledge fixed: the days of what is in force. */
function daysOf(asked: Asked): Promise<{ day: Day }[]> {
  const { tx, scope, clocks } = asked;
  const day = (column: Prisma.Sql) => Prisma.sql`(${column} at time zone ${clocks.timeZone})::date`;
  return tx.$queryRaw<{ day: Day }[]>`
    with c as materialized (select id from ${cohort(asked)} all_pairs)
    select distinct d.day::text as day from (
      select ${day(Prisma.sql`e.effective_at`)} as day from ${inForce('stage', asked)} e join c on c.id = e.pair_id
      union all
      select ${day(Prisma.sql`e.effective_at`)} from ${inForce('status', asked)} e join c on c.id = e.pair_id
      union all
      select e.effective_on from ${inForce('amount', asked)} e join c on c.id = e.pair_id
      union all
      select ${day(Prisma.sql`m.first_met_at`)} from c
      join pair_met(${scope.programId}::uuid, ${clocks.before}, ${knownOf(clocks)}) m on m.pair_id = c.id
    ) d order by 1`;
}

/** Knowledge moving along: the later of when an entry happened and when it was recorded or taken back. */
function daysKnownThen(asked: Asked): Promise<{ day: Day }[]> {
  const { tx, scope, clocks } = asked;
  const day = (column: Prisma.Sql) => Prisma.sql`(${column} at time zone ${clocks.timeZone})::date`;
  const inProgram = Prisma.sql`e.program_id = ${scope.programId}::uuid`;
  return tx.$queryRaw<{ day: Day }[]>`
    with c as materialized (select id from ${cohort(asked)} all_pairs),
    entry as (
      select e.pair_id, e.id, ${day(Prisma.sql`e.effective_at`)} as happened, e.recorded_at
      from stage_event e join c on c.id = e.pair_id where ${inProgram}
      union all
      select e.pair_id, e.id, ${day(Prisma.sql`e.effective_at`)}, e.recorded_at
      from status_event e join c on c.id = e.pair_id where ${inProgram}
      union all
      select e.pair_id, e.id, e.effective_on, e.recorded_at from amount e join c on c.id = e.pair_id where ${inProgram}
    )
    select distinct d.day::text as day from (
      select greatest(happened, ${day(Prisma.sql`recorded_at`)}) as day from entry
      union all
      select greatest(n.happened, ${day(Prisma.sql`v.recorded_at`)}) from void v
      join entry n on n.pair_id = v.pair_id and n.id in (v.stage_event_id, v.status_event_id, v.amount_id)
      where v.program_id = ${scope.programId}::uuid
      union all
      select greatest(${day(Prisma.sql`h.starts_at`)}, ${day(Prisma.sql`e.recorded_at`)}) from meeting_event h
      join c on c.id = h.pair_id
      join meeting_event e on e.program_id = h.program_id and e.pair_id = h.pair_id and e.meeting_id = h.meeting_id
        and e.seq >= h.seq
      where h.program_id = ${scope.programId}::uuid and h.kind = 'held'
    ) d where d.day <= ${clocks.asOf}::date order by 1`;
}
