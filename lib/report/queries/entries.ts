import type { ProgramScope } from '@/lib/core/scope';
import { cameFrom, voidReason, writtenReason } from '@/lib/pair/queries/logs';
import { isoColumn } from '@/lib/platform/json-columns';
import type { Clocks } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';

/**
 * What bounds "since": recorded at or after `known`, about what happened before `before`, or on a day up to `on`.
 */
type Since = { known: Prisma.Sql; before: Prisma.Sql; on: Prisma.Sql };

export function sinceOf({ before, asOf, knownBefore }: Clocks): Since {
  return { known: Prisma.sql`${knownBefore}`, before: Prisma.sql`${before}`, on: Prisma.sql`${asOf}::date` };
}

/**
 * Every entry recorded since that may change a figure of before: moves, changes of status and amounts still in force,
 * voids of what was known, and the last word on each meeting that counts now and did not, or did and does not. Rows of
 * id, pair_id, at, recorded_at, by_id and `happening` as a pair's story tells it.
 */
export function entriesSince({ programId, program }: ProgramScope, { known, before, on }: Since): Prisma.Sql {
  const mine = (table: Prisma.Sql) => Prisma.sql`${table}.program_id = ${programId}::uuid`;
  const since = (table: Prisma.Sql) => Prisma.sql`${mine(table)} and ${table}.recorded_at >= ${known}`;
  const [e, v] = [Prisma.sql`e`, Prisma.sql`v`];
  return Prisma.sql`(
    select e.id, e.pair_id, e.effective_at as at, e.recorded_at, e.by_id,
      jsonb_build_object('kind', 'stage', 'from', ${cameFrom('stage')}, 'to', e.to_stage, 'reason', ${writtenReason}) as happening
    from stage_in_force(${programId}::uuid, ${before}, 'infinity') e
    where e.recorded_at >= ${known}
    union all
    select e.id, e.pair_id, e.effective_at, e.recorded_at, e.by_id,
      jsonb_build_object('kind', 'status', 'from', ${cameFrom('status')}, 'to', e.to_status, 'reasonCode', e.reason_code,
        'reason', e.reason)
    from status_in_force(${programId}::uuid, ${before}, 'infinity') e
    where e.recorded_at >= ${known}
    union all
    select a.id, a.pair_id, a.effective_on::timestamp at time zone ${program.homeZone}, a.recorded_at, a.by_id,
      jsonb_build_object('kind', 'amount', 'rung', a.rung, 'minor', a.minor, 'currency', a.currency, 'source', a.source,
        'effectiveOn', a.effective_on, 'evidence', a.evidence, 'reason', a.reason)
    from amount_in_force(${programId}::uuid, ${on}, 'infinity') a
    where a.recorded_at >= ${known}
    union all
    select v.id, v.pair_id, v.recorded_at, v.recorded_at, v.by_id,
      jsonb_build_object('kind', 'void', ${voidReason},
        'of', case when st.id is not null then 'stage' when su.id is not null then 'status' else 'amount' end,
        'what', coalesce(st.to_stage::text, su.to_status::text, am.rung::text))
    from void v
    left join stage_event st on ${mine(Prisma.sql`st`)} and st.id = v.stage_event_id
    left join status_event su on ${mine(Prisma.sql`su`)} and su.id = v.status_event_id
    left join amount am on ${mine(Prisma.sql`am`)} and am.id = v.amount_id
    where ${since(v)} and coalesce(st.recorded_at, su.recorded_at, am.recorded_at) < ${known}
      and (coalesce(st.effective_at, su.effective_at) < ${before} or am.effective_on <= ${on})
    union all
    select l.id, l.pair_id, least(l.starts_at, l.recorded_at), l.recorded_at, l.by_id,
      jsonb_build_object('kind', 'meeting', 'event', l.kind, 'meetingId', m.id, 'stage', m.stage,
        'startsAt', ${isoColumn(Prisma.sql`l.starts_at`)}, 'endsAt', ${isoColumn(Prisma.sql`l.ends_at`)},
        'side', l.side, 'reason', l.reason)
    from (select distinct e.meeting_id from meeting_event e where ${since(e)} and e.kind <> 'changed') t
    join meeting m on ${mine(Prisma.sql`m`)} and m.id = t.meeting_id
    cross join lateral (
      select e.* from meeting_event e where ${mine(e)} and e.pair_id = m.pair_id and e.meeting_id = m.id and e.kind <> 'changed'
      order by e.seq desc limit 1) l
    left join lateral (
      select e.kind = 'held' and e.starts_at < ${before} as counted from meeting_event e
      where ${mine(e)} and e.pair_id = m.pair_id and e.meeting_id = m.id and e.kind <> 'changed' and e.recorded_at < ${known}
      order by e.seq desc limit 1) w on true
    where (l.kind = 'held' and l.starts_at < ${before}) is distinct from coalesce(w.counted, false)
  )`;
}

/** Rates entered since that now stand for a day up to the date: one a currency. */
export function ratesSince(
  { programId }: ProgramScope,
  { known, on }: Pick<Since, 'known' | 'on'>,
): Prisma.Sql {
  return Prisma.sql`(
    select f.* from (
      select distinct on (r.base) r.id, r.base, r.rate::text as rate, r.on_day, r.source, r.recorded_at, r.by_id
      from fx_rate r where r.program_id = ${programId}::uuid and r.quote = 'KRW' and r.on_day <= ${on}
      order by r.base, r.on_day desc, r.recorded_at desc, r.seq desc) f
    where f.recorded_at >= ${known}
  )`;
}
