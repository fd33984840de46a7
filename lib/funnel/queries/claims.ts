import { knownOf } from '@/lib/pair/queries/select';
import { programQuery } from '@/lib/platform/query';
import { expectManyRows } from '@/lib/platform/wide-read';
import { clocksOf } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import { funnelOperations } from '../operations';
import { canSeeFunnel } from '../policy';
import { type ClaimRow, type Claims, claimFigures } from '../rules/claims';
import { getFunnelInput } from '../schema';
import { type Asked, cohort, pairMoney } from './statements';

/** Claims, confirmations and evidence behind each sum, as of a date and as known on a date. */
export const getClaims = programQuery({
  operation: funnelOperations.getClaims,
  input: getFunnelInput,
  may: canSeeFunnel,
  isWide: true,
  run: async (tx, scope, { asOf, knownOn, ...filter }): Promise<Claims> => {
    const clocks = clocksOf(scope.program, new Date(), asOf, knownOn);
    await expectManyRows(tx);
    const rows = await countClaims({ tx, scope, clocks, filter });
    const { asOf: day, knownOn: known, timeZone } = clocks;
    return { asOf: day, knownOn: known, timeZone, sums: claimFigures(rows) };
  },
});

/** The claims counted by source, rung and currency. */
function countClaims(asked: Asked): Promise<ClaimRow[]> {
  return asked.tx.$queryRaw<ClaimRow[]>`
    select m.said, m.rung, m.currency, sum(m.minor)::text as minor, count(*)::int as pairs
    from ${cohort(asked)} c
    join (${claimsIn(asked)}) m on m.pair_id = c.id
    group by 1, 2, 3`;
}

/**
 * Of each pair's entries on its live rung since its ladder was last ended, the latest by every source; an entry that
 * names a document counts as evidence as well, whoever made it.
 */
export function claimsIn({ scope, clocks }: Asked): Prisma.Sql {
  const known = knownOf(clocks);
  return Prisma.sql`
    select distinct on (e.pair_id, k.said) e.pair_id, e.id, k.said, e.rung, e.minor, e.currency
    from (
      select o.*, max(case when o.rung >= 'rejected' then o.ord end) over (partition by o.pair_id) as ended
      from (
        select x.pair_id, x.id, x.rung, x.minor, x.currency, x.source, x.evidence,
          row_number() over (partition by x.pair_id order by x.effective_on, x.seq) as ord
        from amount x
        where x.program_id = ${scope.programId}::uuid and x.effective_on <= ${clocks.asOf}::date
          and x.recorded_at < ${known}
          and not exists (select from void v where v.program_id = x.program_id and v.pair_id = x.pair_id
                            and v.amount_id = x.id and v.recorded_at < ${known})) o) e
    join ${pairMoney({ scope, clocks })} live on live.pair_id = e.pair_id and live.rung = e.rung and not live.left_out
    cross join lateral (
      select e.source as said
      union select 'evidence' where e.evidence is not null) k
    where e.ended is null or e.ord > e.ended
    order by e.pair_id, k.said, e.ord desc`;
}
