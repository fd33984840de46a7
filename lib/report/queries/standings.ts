import { type Asked, cohort, lastSteps, pairMoney } from '@/lib/funnel/queries/statements';
import { knownOf } from '@/lib/pair/queries/in-force';
import type { PairStatus, Stage } from '@/lib/pair/rules/stages';
import { Prisma } from '@/prisma/client/client';
import type { PairStanding } from '../rules/standings';
import type { Frozen } from '../schema';

type Row = Omit<PairStanding, 'startup' | 'investor' | 'status' | 'met' | 'steps'> & {
  startupId: string;
  startupName: string;
  startupNameEn: string;
  investorId: string;
  investorName: string;
  status: PairStatus | null;
  met: Stage[] | null;
  paid: boolean;
  followOn: boolean;
};

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
    select c.id as "pairId", c.startup_id as "startupId", c.name as "startupName", c.name_en as "startupNameEn",
      i.id as "investorId", i.name as "investorName", st.stage, st.reached, st.status, st.reason_code as "reasonCode",
      m.met, a.rung, a.minor::text as minor, a.currency, coalesce(a.left_out, false) as "leftOut", steps.pair_id is not null as paid,
      coalesce(steps.follow_on, false) as "followOn"
    from ${cohort(asked)} c
    join pair p on p.program_id = ${programId}::uuid and p.id = c.id
    join investor i on i.program_id = p.program_id and i.id = p.investor_id
    left join pair_state(${programId}::uuid, ${clocks.before}, ${known}) st on st.pair_id = c.id
    left join (select x.pair_id, array_agg(x.stage::text order by x.stage) as met
               from pair_met(${programId}::uuid, ${clocks.before}, ${known}) x group by 1) m on m.pair_id = c.id
    left join ${pairMoney(asked)} a on a.pair_id = c.id
    left join ${lastSteps(asked)} steps on steps.pair_id = c.id
    ${only}
    order by c.name, i.name, c.id`;
  return rows.map(
    ({ startupId, startupName, startupNameEn, investorId, investorName, paid, followOn, ...row }) => ({
      ...row,
      startup: { id: startupId, name: startupName, nameEn: startupNameEn },
      investor: { id: investorId, name: investorName },
      status: row.status ?? 'open',
      met: row.met ?? [],
      steps: [...(paid ? (['invested'] as const) : []), ...(followOn ? (['follow_on'] as const) : [])],
    }),
  );
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
