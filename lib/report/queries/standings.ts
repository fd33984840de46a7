import { type Asked, cohort, lastSteps, PARTIES, pairMoney } from '@/lib/funnel/queries/statements';
import { knownOf } from '@/lib/pair/queries/in-force';
import { Prisma } from '@/prisma/client/client';
import type { PairStanding } from '../rules/standings';
import type { Frozen } from '../schema';

type Row = Omit<PairStanding, 'steps'> & { paid: boolean; followOn: boolean };

/**
 * Where each pair stood by the clocks asked for; all that count, or of these only the ones named. One statement. The order
 * is the same for every reader, as a published report keeps it.
 */
export async function readStandings(asked: Asked, pairIds?: readonly string[]): Promise<PairStanding[]> {
  const { tx, scope, clocks } = asked;
  const { programId } = scope;
  const known = knownOf(clocks);
  const only = pairIds ? Prisma.sql`where c.id = any(${[...pairIds]}::uuid[])` : Prisma.empty;
  const rows = await tx.$queryRaw<Row[]>`
    select c.id as "pairId", ${PARTIES}, st.stage, st.reached, coalesce(st.status, 'open') as status,
      st.reason_code as "reasonCode", coalesce(m.met, '{}') as met, a.rung, a.minor::text as minor, a.currency,
      coalesce(a.left_out, false) as "leftOut", steps.pair_id is not null as paid, coalesce(steps.follow_on, false) as "followOn"
    from ${cohort(asked)} c
    left join pair_state(${programId}::uuid, ${clocks.before}, ${known}) st on st.pair_id = c.id
    left join (select x.pair_id, array_agg(x.stage::text order by x.stage) as met
               from pair_met(${programId}::uuid, ${clocks.before}, ${known}) x group by 1) m on m.pair_id = c.id
    left join ${pairMoney(asked)} a on a.pair_id = c.id
    left join ${lastSteps(asked)} steps on steps.pair_id = c.id
    ${only}
    order by c.name, c.investor_name, c.id`;
  return rows.map(({ paid, followOn, ...row }) => ({
    ...row,
    steps: [...(paid ? (['invested'] as const) : []), ...(followOn ? (['follow_on'] as const) : [])],
  }));
}

/** Whose pairs these are, each once; a pair whose log had not begun counts for nobody. */
export function partiesOf(standings: readonly PairStanding[]): Frozen['parties'] {
  const counted = standings.filter(
    ({ stage, met, rung }) => stage !== null || met.length > 0 || rung !== null,
  );
  const unique = <P extends { id: string }>(list: readonly P[]) => [
    ...new Map(list.map((one) => [one.id, one])).values(),
  ];
  return {
    startups: unique(counted.map(({ startup }) => startup)),
    investors: unique(counted.map(({ investor }) => investor)),
  };
}
