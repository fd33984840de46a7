import { knownOf } from '@/lib/pair/queries/in-force';
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
  return Prisma.sql`
    select distinct on (e.pair_id, k.said) e.pair_id, e.id, k.said, e.rung, e.minor, e.currency
    from amount_since_end(${scope.programId}::uuid, ${clocks.asOf}::date, ${knownOf(clocks)}) e
    join ${pairMoney({ scope, clocks })} live on live.pair_id = e.pair_id and live.rung = e.rung and not live.left_out
    cross join lateral (
      select e.source as said
      union select 'evidence' where e.evidence is not null) k
    order by e.pair_id, k.said, e.effective_on desc, e.seq desc`;
}
