import { money } from '@/lib/core/money';
import { knownOf } from '@/lib/pair/queries/in-force';
import { NO_OWNER } from '@/lib/pair/rules/filter';
import type { LiveRung } from '@/lib/pair/rules/item';
import { nameOrder } from '@/lib/platform/ordering';
import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { funnelOperations } from '../operations';
import { canSeeFunnel } from '../policy';
import { type PartFacts, type PartName, partFigures } from '../rules/split';
import { type SplitBy, splitFunnelInput } from '../schema';
import { funnelSplit } from '../schema/many-funnels';
import { readFunnel } from './funnel';
import { type Asked, ask, cohort, lastSteps, namedClocks, pairMoney, STEP_COUNTS } from './statements';

/**
 * The funnel part by part: by startup, investor, sector or owner in the office, the whole beside them. Each fact is one
 * statement for all parts, however many there are.
 */
export const splitFunnel = programQuery({
  operation: funnelOperations.splitFunnel,
  input: splitFunnelInput,
  output: funnelSplit,
  may: canSeeFunnel,
  isWide: true,
  run: async (tx, scope, { by, ...input }) => {
    const asked = await ask(tx, scope, input);
    const whole = await readFunnel(asked);
    const facts = await readParts(asked, by);
    const rates = whole.sums.flatMap((sum) => sum.rates);
    return { ...namedClocks(asked), by, parts: partFigures(facts, rates), whole };
  },
});

/** Of the cohort `c`: which part a pair belongs to, and what the part is called. */
const PARTS: Readonly<Record<SplitBy, { key: Prisma.Sql; name: Prisma.Sql; nameEn: Prisma.Sql }>> = {
  startup: part(Prisma.sql`c.startup_id::text`, Prisma.sql`c.name`, Prisma.sql`c.name_en`),
  investor: part(Prisma.sql`c.investor_id::text`, Prisma.sql`c.investor_name`, Prisma.sql`''`),
  sector: part(Prisma.sql`c.sector`, Prisma.sql`c.sector`, Prisma.sql`''`),
  owner: part(
    Prisma.sql`coalesce(c.owner_id::text, ${NO_OWNER})`,
    Prisma.sql`coalesce((select o.name from person o where o.id = c.owner_id), '')`,
    Prisma.sql`coalesce((select o.name_en from person o where o.id = c.owner_id), '')`,
  ),
};

function part(key: Prisma.Sql, name: Prisma.Sql, nameEn: Prisma.Sql) {
  return { key, name, nameEn };
}

async function readParts(asked: Asked, by: SplitBy): Promise<PartFacts> {
  const { tx, scope, clocks } = asked;
  const { key, name, nameEn } = PARTS[by];
  const known = knownOf(clocks);
  const state = Prisma.sql`pair_state(${scope.programId}::uuid, ${clocks.before}, ${known})`;
  const names = await tx.$queryRaw<PartName[]>`
    select p.key, ${name} as name, ${nameEn} as "nameEn"
    from (select ${key} as key, (array_agg(c.id))[1] as one
          from ${cohort(asked)} c group by 1) p
    join ${cohort(asked)} c on c.id = p.one
    order by ${nameOrder(scope.viewer.locale, name, nameEn)}, p.key`;
  const standings = await tx.$queryRaw<PartFacts['standings']>`
    select ${key} as key, st.stage, st.reached, st.status, st.reason_code as "reasonCode", count(*)::int as pairs
    from ${cohort(asked)} c join ${state} st on st.pair_id = c.id
    group by 1, 2, 3, 4, 5`;
  const met = await tx.$queryRaw<PartFacts['met']>`
    select ${key} as key, m.stage, count(*)::int as pairs
    from ${cohort(asked)} c
    join pair_met(${scope.programId}::uuid, ${clocks.before}, ${known}) m on m.pair_id = c.id
    group by 1, 2`;
  const steps = await tx.$queryRaw<PartFacts['steps']>`
    select ${key} as key, ${STEP_COUNTS}
    from ${cohort(asked)} c
    join ${lastSteps(asked)} l on l.pair_id = c.id
    left join ${state} st on st.pair_id = c.id
    group by 1`;
  return { names, standings, met, steps, amounts: await sumByPart(asked, key) };
}

type Summed = {
  key: string;
  rung: LiveRung;
  currency: string;
  minor: string;
  pairs: number;
  leftOut: boolean;
};

async function sumByPart(asked: Asked, key: Prisma.Sql): Promise<PartFacts['amounts']> {
  const rows = await asked.tx.$queryRaw<Summed[]>`
    select ${key} as key, a.rung, a.currency, sum(a.minor)::text as minor, count(*)::int as pairs, a.left_out as "leftOut"
    from ${cohort(asked)} c
    join ${pairMoney(asked)} a on a.pair_id = c.id
    group by 1, a.rung, a.currency, a.left_out`;
  return rows.map((row) => ({ ...row, money: money(row.minor, row.currency) }));
}
