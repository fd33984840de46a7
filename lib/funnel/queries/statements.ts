import { addDays, type Day } from '@/lib/core/days';
import type { ProgramScope } from '@/lib/core/scope';
import { endOfDay } from '@/lib/core/zones';
import { inForce, knownOf } from '@/lib/pair/queries/in-force';
import { listPairIds } from '@/lib/pair/queries/list';
import type { LiveRung } from '@/lib/pair/rules/item';
import type { PairFilter } from '@/lib/pair/schema';
import type { Tx } from '@/lib/platform/database';
import { expectManyRows } from '@/lib/platform/wide-read';
import { type Clocks, clocksOf } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import type { PeriodStanding } from '../rules/period';
import type { Met, Standing, StepCounts } from '../rules/stages';
import type { RateOn } from '../schema/figures';

/**
 * What all statements of one funnel share: up to when, as known when, and which pairs; `kept` is null for all. The filter
 * was applied as of the day that was asked for, so that a look at an earlier day speaks of the same pairs.
 */
export type Asked = { tx: Tx; scope: ProgramScope; clocks: Clocks; kept: readonly string[] | null };

/** The pairs and clocks a reader asks for; from here on every statement of the transaction expects many rows. */
export async function ask(
  tx: Tx,
  scope: ProgramScope,
  { asOf, knownOn, ...filter }: PairFilter & Partial<Pick<Clocks, 'asOf' | 'knownOn'>>,
): Promise<Asked> {
  return askBy(tx, scope, clocksOf(scope.program, new Date(), asOf, knownOn), filter);
}

/** The same by any two clocks. */
export async function askBy(
  tx: Tx,
  scope: ProgramScope,
  clocks: Clocks,
  filter: PairFilter = {},
): Promise<Asked> {
  await expectManyRows(tx);
  const isFiltered = Object.values(filter).some((choice) => choice !== undefined);
  return { tx, scope, clocks, kept: isFiltered ? await listPairIds(tx, scope, filter, clocks) : null };
}

/** As the answers name them. */
export function namedClocks({ clocks: { asOf, knownOn, timeZone } }: Asked) {
  return { asOf, knownOn, timeZone };
}

/** The pairs that count, with their parties and owner: archived parties are left out, filters applied. */
export function cohort({ scope, kept }: Pick<Asked, 'scope' | 'kept'>): Prisma.Sql {
  const parts = [Prisma.sql`p.program_id = ${scope.programId}::uuid`];
  parts.push(Prisma.sql`s.archived_at is null and i.archived_at is null`);
  if (scope.startupId) parts.push(Prisma.sql`p.startup_id = ${scope.startupId}::uuid`);
  if (kept) parts.push(Prisma.sql`p.id = any(${[...kept]}::uuid[])`);
  return Prisma.sql`(select p.id, p.startup_id, s.name, s.name_en, s.sector, p.investor_id, i.name as investor_name, p.owner_id
    from pair p
    join startup s on s.program_id = p.program_id and s.id = p.startup_id
    join investor i on i.program_id = p.program_id and i.id = p.investor_id
    where ${Prisma.join(parts, ' and ')})`;
}

/** Whose pair it is, as answers name them, out of a row `c` of the cohort. */
export const PARTIES = Prisma.sql`jsonb_build_object('id', c.startup_id, 'name', c.name, 'nameEn', c.name_en) as startup,
  jsonb_build_object('id', c.investor_id, 'name', c.investor_name) as investor`;

/** The same question asked of the end of the day before: what is so on `day` and not there came about since. */
export function eveOf(asked: Asked, day: Day): Asked {
  const asOf = addDays(day, -1);
  return { ...asked, clocks: { ...asked.clocks, asOf, before: endOfDay(asOf, asked.clocks.timeZone) } };
}

/** Where the pairs stood: stage, furthest stage, status and its reason, counted. */
export function countStandings(asked: Asked): Promise<Standing[]> {
  const { tx, scope, clocks } = asked;
  return tx.$queryRaw<Standing[]>`
    select st.stage, st.reached, st.status, st.reason_code as "reasonCode", count(*)::int as pairs
    from ${cohort(asked)} c
    join pair_state(${scope.programId}::uuid, ${clocks.before}, ${knownOf(clocks)}) st on st.pair_id = c.id
    group by 1, 2, 3, 4`;
}

/** How many pairs had a meeting held, by its stage. */
export function countMet(asked: Asked): Promise<Met[]> {
  const { tx, scope, clocks } = asked;
  return tx.$queryRaw<Met[]>`
    select m.stage, count(*)::int as pairs
    from ${cohort(asked)} c
    join pair_met(${scope.programId}::uuid, ${clocks.before}, ${knownOf(clocks)}) m on m.pair_id = c.id
    group by 1`;
}

/** `minor` in digits: a sum of minor units may outgrow the integers of the wire. Without a rung: pairs without money. */
export type AmountSum = {
  startupId: string;
  name: string;
  nameEn: string;
  pairs: number;
  closed: number;
  leftOut: boolean;
} & ({ rung: LiveRung; currency: string; minor: string } | { rung: null; currency: null; minor: null });

/** Each pair's live amount by both clocks, with whether the pair was closed by then and the amount is left out of sums. */
export function pairMoney({ scope, clocks }: Pick<Asked, 'scope' | 'clocks'>): Prisma.Sql {
  return Prisma.sql`pair_money(${scope.programId}::uuid, ${clocks.asOf}::date, ${clocks.before}, ${knownOf(clocks)})`;
}

/** Every startup's live amounts by rung and currency; never across, and what is left out apart. */
export function sumAmounts(asked: Asked): Promise<AmountSum[]> {
  return asked.tx.$queryRaw<AmountSum[]>`
    select c.startup_id as "startupId", c.name, c.name_en as "nameEn", a.rung, a.currency, sum(a.minor)::text as minor,
      count(*)::int as pairs, (count(*) filter (where a.closed))::int as closed, coalesce(a.left_out, false) as "leftOut"
    from ${cohort(asked)} c
    left join ${pairMoney(asked)} a on a.pair_id = c.id
    group by c.startup_id, c.name, c.name_en, a.rung, a.currency, a.left_out`;
}

/** Rates to won on or before the day, as far as they were known: the latest of each currency, or one for each day. */
export function listRates({ tx, scope, clocks }: Asked, each: 'currency' | 'day'): Promise<RateOn[]> {
  const one = each === 'day' ? Prisma.sql`r.base, r.on_day` : Prisma.sql`r.base`;
  return tx.$queryRaw<RateOn[]>`
    select distinct on (${one}) r.base, r.rate::text as rate, r.on_day::text as on, r.source
    from fx_rate r
    where r.program_id = ${scope.programId}::uuid and r.quote = 'KRW' and r.on_day <= ${clocks.asOf}::date
      and r.recorded_at < ${knownOf(clocks)}
    order by ${one}, r.on_day desc, r.recorded_at desc, r.seq desc`;
}

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
export function countMoved(asked: Asked, { clocks: eve }: Asked): Promise<PeriodStanding[]> {
  const { tx, scope, clocks } = asked;
  const known = knownOf(clocks);
  return tx.$queryRaw<PeriodStanding[]>`
    select st.stage, st.reached, st.status, st.reason_code as "reasonCode",
      was.reached as "eveReached", was.status as "eveStatus", count(*)::int as pairs
    from ${cohort(asked)} c
    join pair_state(${scope.programId}::uuid, ${clocks.before}, ${known}) st on st.pair_id = c.id
    left join pair_state(${scope.programId}::uuid, ${eve.before}, ${known}) was on was.pair_id = c.id
    group by 1, 2, 3, 4, 5, 6`;
}

/** Pairs whose first held meeting of a stage came after `eve`. */
export function countFirstMet(asked: Asked, { clocks: eve }: Asked): Promise<Met[]> {
  const { tx, scope, clocks } = asked;
  return tx.$queryRaw<Met[]>`
    select m.stage, count(*)::int as pairs
    from ${cohort(asked)} c
    join pair_met(${scope.programId}::uuid, ${clocks.before}, ${knownOf(clocks)}) m on m.pair_id = c.id
    where m.first_met_at >= ${eve.before}
    group by 1`;
}
