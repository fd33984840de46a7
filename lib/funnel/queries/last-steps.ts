import { inForce, knownOf } from '@/lib/pair/queries/in-force';
import { Prisma } from '@/prisma/client/client';
import type { Moved } from '../rules/period';
import type { Met } from '../rules/stages';
import type { StepCounts } from '../rules/steps';
import { type Asked, cohort } from './statements';

/**
 * The pairs of the last steps, one row each: an amount on rung paid or follow_on, or an event to invested, in force by
 * the end of the day. A later ending, rejection or move back takes nothing away.
 */
export function lastSteps(asked: Asked): Prisma.Sql {
  return Prisma.sql`(select pair_id, bool_or(follow_on) as follow_on from (
      select e.pair_id, e.rung = 'follow_on' as follow_on
      from ${inForce('amount', asked)} e where e.rung in ('paid', 'follow_on')
      union all
      select e.pair_id, false from ${inForce('status', asked)} e where e.to_status = 'invested'
    ) steps group by pair_id)`;
}

/** What every count of steps says, over rows of `l` (last steps) and `st` (the pair's state, if its log had begun). */
export const STEP_COUNTS = Prisma.sql`count(*)::int as invested,
  (count(*) filter (where st.reached = 'follow_up'))::int as "investedReached",
  (count(*) filter (where l.follow_on))::int as "followOn"`;

export async function countSteps(asked: Asked): Promise<StepCounts> {
  const { tx, scope, clocks } = asked;
  const [counts] = await tx.$queryRaw<StepCounts[]>`
    select ${STEP_COUNTS}
    from ${cohort(asked)} c
    join ${lastSteps(asked)} l on l.pair_id = c.id
    left join pair_state(${scope.programId}::uuid, ${clocks.before}, ${knownOf(clocks)}) st on st.pair_id = c.id`;
  return counts ?? { invested: 0, investedReached: 0, followOn: 0 };
}

/** Where the pairs stand, and how they stood at the end of `eve`; by the same knowledge. */
export function countMoved(asked: Asked, eve: Asked['clocks']): Promise<Moved[]> {
  const { tx, scope, clocks } = asked;
  const known = knownOf(clocks);
  return tx.$queryRaw<Moved[]>`
    select st.stage, st.reached, st.status, st.reason_code as "reasonCode",
      was.reached as "eveReached", was.status as "eveStatus", count(*)::int as pairs
    from ${cohort(asked)} c
    join pair_state(${scope.programId}::uuid, ${clocks.before}, ${known}) st on st.pair_id = c.id
    left join pair_state(${scope.programId}::uuid, ${eve.before}, ${known}) was on was.pair_id = c.id
    group by 1, 2, 3, 4, 5, 6`;
}

/** Pairs whose first held meeting of a stage came after `eve`. */
export function countFirstMet(asked: Asked, eve: Asked['clocks']): Promise<Met[]> {
  const { tx, scope, clocks } = asked;
  return tx.$queryRaw<Met[]>`
    select m.stage, count(*)::int as pairs
    from ${cohort(asked)} c
    join pair_met(${scope.programId}::uuid, ${clocks.before}, ${knownOf(clocks)}) m on m.pair_id = c.id
    where m.first_met_at >= ${eve.before}
    group by 1`;
}
