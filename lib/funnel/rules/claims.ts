import { LADDER, type LiveRung, type Source, SUMS, type Sum } from '@/lib/amount/rules';
import { money, sumByCurrency } from '@/lib/core/money';
import type { Funnel, WireTotal } from '../schema/figures';
import { wireTotal } from './figures';

/** Latest entries of one kind on the live rung of their pairs, counted by rung and currency. `minor` in digits. */
export type ClaimRow = { said: Source; rung: LiveRung; currency: string; minor: string; pairs: number };

/** Who stands behind a sum: pairs and totals by one source. */
type Claim = { said: Source; pairs: number; totals: WireTotal[] };
/**
 * Of the pairs of a sum, those the startup claims, the investor confirms, the office entered, and with evidence
 * attached. They overlap and may differ: each is counted apart and never added to another.
 */
export type ClaimsOfSum = { sum: Sum; claims: Claim[] };
export type Claims = Pick<Funnel, 'asOf' | 'knownOn' | 'timeZone'> & { sums: ClaimsOfSum[] };

/** In the order in which a reader asks: who claims, who confirms, who wrote it down, what proves it. */
const ORDER: readonly Source[] = ['startup', 'investor', 'officer', 'evidence'];

export function claimFigures(rows: readonly ClaimRow[]): ClaimsOfSum[] {
  return SUMS.map((sum) => ({
    sum,
    claims: ORDER.map((said) => {
      const own = rows.filter((row) => row.said === said && LADDER[row.rung].sum === sum);
      return {
        said,
        pairs: own.reduce((pairs, row) => pairs + row.pairs, 0),
        totals: sumByCurrency(own.map(({ minor, currency }) => money(minor, currency))).map(wireTotal),
      };
    }),
  }));
}
