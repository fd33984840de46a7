import { LADDER, type Source, SUMS } from '@/lib/amount/rules';
import { knownOf } from '@/lib/pair/queries/in-force';
import type { LiveRung } from '@/lib/pair/rules/item';
import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { funnelOperations } from '../operations';
import { canSeeFunnel } from '../policy';
import { addTotals } from '../rules/figures';
import { pairsOf } from '../rules/stages';
import { getFunnelInput } from '../schema';
import { type ClaimsOfSum, claimsOfSums } from '../schema/sources';
import { type Asked, ask, cohort, namedClocks, pairMoney } from './statements';

/** Claims, confirmations and evidence behind each sum, as of a date and as known on a date. */
export const getClaims = programQuery({
  operation: funnelOperations.getClaims,
  input: getFunnelInput,
  output: claimsOfSums,
  may: canSeeFunnel,
  isWide: true,
  run: async (tx, scope, input) => {
    const asked = await ask(tx, scope, input);
    return { ...namedClocks(asked), sums: claimFigures(await countClaims(asked)) };
  },
});

/** Latest entries of one kind on the live rung of their pairs, counted by rung and currency. `minor` in digits. */
type ClaimRow = { said: Source; rung: LiveRung; currency: string; minor: string; pairs: number };

function countClaims(asked: Asked): Promise<ClaimRow[]> {
  return asked.tx.$queryRaw<ClaimRow[]>`
    select m.said, m.rung, m.currency, sum(m.minor)::text as minor, count(*)::int as pairs
    from ${cohort(asked)} c
    join (${claimsIn(asked)}) m on m.pair_id = c.id
    group by 1, 2, 3`;
}

/** In the order in which a reader asks: who claims, who confirms, who wrote it down, what proves it. */
const ORDER: readonly Source[] = ['startup', 'investor', 'officer', 'evidence'];

function claimFigures(rows: readonly ClaimRow[]): ClaimsOfSum[] {
  return SUMS.map((sum) => ({
    sum,
    claims: ORDER.map((said) => {
      const own = rows.filter((row) => row.said === said && LADDER[row.rung].sum === sum);
      return { said, pairs: pairsOf(own), totals: addTotals(own) };
    }),
  }));
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
