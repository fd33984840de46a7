import { type Money, sumByCurrency } from '@/lib/core/money';
import type { RateOn } from '../schema/figures';
import { type AmountRow, inKrw, type Krw } from './money';

/** What one startup holds of a sum: a total without its concentration misleads. */
export type Share = {
  startup: AmountRow['startup'];
  totals: Money[];
  /** Null where a rate is missing. */
  krw: Krw | null;
  pairs: number;
};

/**
 * The startups behind a sum, the largest in won first; without a common currency, by name. Funnels are kept and frozen in
 * this order, which is the same for every reader.
 */
export function sharesOf(rows: readonly AmountRow[], rates: readonly RateOn[]): Share[] {
  const byStartup = Map.groupBy(rows, (row) => row.startup.id);
  const shares = [...byStartup.values()].map((own): Share => {
    const totals = sumByCurrency(own.map((row) => row.money));
    const pairs = own.reduce((sum, row) => sum + row.pairs, 0);
    const startup = (own[0] as AmountRow).startup;
    return { startup, totals, krw: inKrw(totals, rates).krw, pairs };
  });
  const comparable = shares.every(({ krw }) => krw !== null);
  return shares.sort((a, b) => (comparable ? bySize(a, b) : 0) || byName(a, b));
}

function bySize(a: Share, b: Share): number {
  const difference = (b.krw?.money.minor ?? 0n) - (a.krw?.money.minor ?? 0n);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

function byName(a: Share, b: Share): number {
  return a.startup.name < b.startup.name ? -1 : 1;
}
