import type { ProgramScope } from '@/lib/core/scope';
import { cohort } from '@/lib/funnel/queries/statements';
import { Prisma } from '@/prisma/client/client';

/**
 * How many entries each report of the program has behind it that were recorded since, about days up to its date: as many
 * as `entriesSince` has rows, for all reports at once. Rows of report_id and entries.
 *
 * Each log is read once. An entry falls between two reports' instants of knowledge (`k`: how many lie at or before its
 * recording) and between two reports' dates (`b`: how many end at or before it happened), and is counted in that cell; a
 * report then adds up cells instead of entries.
 */
export function countedChanges(scope: ProgramScope): Prisma.Sql {
  const { programId, program } = scope;
  const logs = [
    {
      log: Prisma.sql`stage_event`,
      inForce: Prisma.sql`stage_in_force`,
      target: Prisma.sql`stage_event_id`,
      at: Prisma.sql`e.effective_at`,
    },
    {
      log: Prisma.sql`status_event`,
      inForce: Prisma.sql`status_in_force`,
      target: Prisma.sql`status_event_id`,
      at: Prisma.sql`e.effective_at`,
    },
    {
      log: Prisma.sql`amount`,
      inForce: Prisma.sql`amount_in_force`,
      target: Prisma.sql`amount_id`,
      // A day counts up to and with the report's: as an instant, the beginning of the day.
      at: Prisma.sql`(e.effective_on::timestamp at time zone ${program.homeZone})`,
    },
  ];
  const mine = (table: Prisma.Sql) => Prisma.sql`${table}.program_id = ${programId}::uuid`;
  const [e, v] = [Prisma.sql`e`, Prisma.sql`v`];
  const k = (instant: Prisma.Sql) => Prisma.sql`width_bucket(${instant}, (select known from bounds))`;
  const b = (instant: Prisma.Sql) => Prisma.sql`width_bucket(${instant}, (select before from bounds))`;
  const standing = logs.map(
    ({ inForce, at }) => Prisma.sql`
      select ${k(Prisma.sql`e.recorded_at`)} as k, ${b(at)} as b
      from ${inForce}(${programId}::uuid, 'infinity', 'infinity') e join c on c.id = e.pair_id`,
  );
  const voided = logs.map(
    ({ log, target, at }) => Prisma.sql`
      select ${k(Prisma.sql`e.recorded_at`)} as was, ${k(Prisma.sql`v.recorded_at`)} as k, ${b(at)} as b
      from void v join c on c.id = v.pair_id join ${log} e on ${mine(e)} and e.id = v.${target} where ${mine(v)}`,
  );
  return Prisma.sql`(
    with bounded as (
      select r.id, r.known_at as known, (r.as_of + 1)::timestamp at time zone ${program.homeZone} as before
      from report r where r.program_id = ${programId}::uuid
    ), bounds as materialized (
      select array_agg(known order by known) as known, array_agg(before order by before) as before from bounded
    ), placed as (
      -- Reports of the same instant share a place: as many bounds lie at or before it.
      select id, ${k(Prisma.sql`known`)} as k, ${b(Prisma.sql`before`)} as b from bounded
    ), c as materialized (
      select id from ${cohort({ scope, kept: null })} pairs
    ), entry as materialized (
      select k, b, count(*) as n from (${Prisma.join(standing, ' union all ')}) s group by 1, 2
    ), taken_back as materialized (
      select was, k, b, count(*) as n from (${Prisma.join(voided, ' union all ')}) s group by 1, 2, 3
    ), word as (
      -- What was said last of a meeting, for whoever knows more than known_from and at most up to known_to.
      select e.meeting_id, e.recorded_at as known_from,
        min(e.recorded_at) over (partition by e.meeting_id order by e.seq rows between 1 following and unbounded following) as known_to,
        case when e.kind = 'held' then e.starts_at end as held,
        last_value(case when e.kind = 'held' then e.starts_at end) over whole as held_now,
        min(e.recorded_at) over whole as first_known, row_number() over whole as nth
      from meeting_event e join c on c.id = e.pair_id where ${mine(e)} and e.kind <> 'changed'
      window whole as (partition by e.meeting_id order by e.seq rows between unbounded preceding and unbounded following)
    ), said as (
      select ${k(Prisma.sql`known_from`)} as above, ${k(Prisma.sql`known_to`)} as upto, ${b(Prisma.sql`held`)} as then_b,
        ${b(Prisma.sql`held_now`)} as now_b
      from word where known_to is not null and held is distinct from held_now
      union all
      select 0, ${k(Prisma.sql`first_known`)}, null, ${b(Prisma.sql`held_now`)}
      from word where nth = 1 and held_now is not null
    ), meeting_said as materialized (
      select above, upto, then_b, now_b, count(*) as n from said group by 1, 2, 3, 4
    )
    select p.id as report_id, (
      coalesce((select sum(n) from entry x where x.k >= p.k and x.b < p.b), 0)
      + coalesce((select sum(n) from taken_back x where x.k >= p.k and x.was < p.k and x.b < p.b), 0)
      + coalesce((select sum(n) from meeting_said x where x.above < p.k and p.k <= x.upto
          and coalesce(x.now_b < p.b, false) <> coalesce(x.then_b < p.b, false)), 0))::int as entries
    from placed p
  )`;
}
