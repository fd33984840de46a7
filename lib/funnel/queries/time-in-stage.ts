import { type Day, earliestOf } from '@/lib/core/days';
import { dayInZone } from '@/lib/core/zones';
import { inForce } from '@/lib/pair/queries/in-force';
import { STAGES, type Stage } from '@/lib/pair/rules/stages';
import { programQuery } from '@/lib/platform/query';
import type { Clocks } from '@/lib/program/rules';
import { funnelOperations } from '../operations';
import { canSeeFunnel } from '../policy';
import { type Stays, timeInStage } from '../rules/survival';
import { getFunnelInput } from '../schema';
import { timesInStages } from '../schema/time';
import { type Asked, ask, cohort, namedClocks } from './statements';

/**
 * How long pairs stay in a stage, in calendar days of the home zone: from an entry until they move on, move back or
 * leave the funnel (passed, withdrawn, invested); on hold they are still there. Same clocks and filters as the funnel.
 */
export const getTimeInStage = programQuery({
  operation: funnelOperations.getTimeInStage,
  input: getFunnelInput,
  output: timesInStages,
  may: canSeeFunnel,
  isWide: true,
  run: async (tx, scope, input) => {
    const asked = await ask(tx, scope, input);
    const stays = Map.groupBy(await countStays(asked), ({ stage }) => stage);
    return {
      ...namedClocks(asked),
      stages: STAGES.map((stage) => timeInStage(stage, stays.get(stage) ?? [])),
    };
  },
});

/** Up to when a stay that goes on has been watched. */
function lastKnownDay({ asOf, knownOn, timeZone }: Clocks): Day {
  return earliestOf(asOf, knownOn ?? asOf, dayInZone(new Date(), timeZone));
}

/**
 * Stays counted by stage and length: a stage from entry to exit, less the times when the pair was closed. Of entries
 * of the same instant the last one stands; an opening entry behind the first move says nothing. Both logs of a pair are
 * laid on one line: at each point its latest stage and its latest status decide where it stands, nowhere while closed.
 */
function countStays(asked: Asked): Promise<(Stays & { stage: Stage })[]> {
  const { tx, clocks } = asked;
  return tx.$queryRaw<(Stays & { stage: Stage })[]>`
    with c as materialized (
      select * from ${cohort(asked)} all_pairs
    ), entry as (
      select e.pair_id, e.effective_at as at, e.to_stage as stage, e.seq, e.from_stage is null as opens,
        min(e.effective_at) filter (where e.from_stage is not null) over (partition by e.pair_id) as moved
      from ${inForce('stage', asked)} e join c on c.id = e.pair_id
    ), move as (
      select distinct on (pair_id, at) pair_id, at, stage from entry
      where not opens or moved is null or at < moved
      order by pair_id, at, seq desc
    ), turn as (
      select distinct on (e.pair_id, e.effective_at) e.pair_id, e.effective_at as at, e.to_status in ('open', 'on_hold') as inside
      from ${inForce('status', asked)} e join c on c.id = e.pair_id
      order by e.pair_id, e.effective_at, e.seq desc
    ), point as (
      select pair_id, at, max(stage) as stage, bool_or(inside) as inside from (
        select pair_id, at, stage, null::boolean as inside from move
        union all
        select pair_id, at, null, inside from turn) placed group by 1, 2
    ), counted as (
      select *, count(stage) over w as moves, count(inside) over w as turns
      from point window w as (partition by pair_id order by at)
    ), stand as (
      select pair_id, at, case when coalesce(bool_or(inside) over (partition by pair_id, turns), true)
        then max(stage) over (partition by pair_id, moves) end as stage
      from counted
    ), stay as (
      select stage, at, lead(at) over (partition by pair_id order by at) as until
      from (select *, lag(stage) over (partition by pair_id order by at) as before from stand) s
      where stage is distinct from before
    )
    select y.stage, coalesce((y.until at time zone ${clocks.timeZone})::date, ${lastKnownDay(clocks)}::date)
        - (y.at at time zone ${clocks.timeZone})::date as days,
      (count(y.until))::int as left, (count(*) - count(y.until))::int as open
    from stay y
    where y.stage is not null
    group by 1, 2`;
}
