import type { PairMatrix } from '@/lib/pair/schema/figures';
import { compareMoney, type PartyMoney } from './party-money';
import { compareAdvance, type Tallies, type Tally } from './tally';

export const ORDERS = ['name', 'stage', 'amount'] as const;
export type Order = (typeof ORDERS)[number];

export type ArrangeBy = {
  rows: Order;
  columns: Order;
  /** The sectors' own order; null for no bands. */
  sectors: readonly string[] | null;
  /** Leaves out rows and columns without a pair of the filter; else only those without the words searched for. */
  hideOthers: boolean;
  money: PartyMoney;
  base: string;
};

export type Band = { key: string; rows: readonly number[] };
/** Indexes into the matrix's startups and investors, in the order in which they are shown. */
export type Arrangement = { bands: readonly Band[]; rows: readonly number[]; columns: readonly number[] };

/** The order as the address says it: `rows_stage`, `columns_amount`; by name where it says nothing. */
export function orderOf(sort: readonly string[], axis: 'rows' | 'columns'): Order {
  return ORDERS.find((order) => sort.includes(`${axis}_${order}`)) ?? 'name';
}

/** The address's keys of order with one axis changed; keys of other views stay. */
export function withOrder(sort: readonly string[], axis: 'rows' | 'columns', order: Order): string[] {
  const kept = sort.filter((key) => !key.startsWith(`${axis}_`));
  return order === 'name' ? kept : [...kept, `${axis}_${order}`];
}

export function arrange(matrix: PairMatrix, tallies: Tallies, by: ArrangeBy): Arrangement {
  const order = (list: readonly { id: string }[], tally: readonly Tally[], how: Order) => {
    const shown = list.flatMap((_, index) => (isShown(tally[index], by.hideOthers) ? [index] : []));
    if (how === 'name') return shown;
    // Both lists come by name, and sorting keeps that order among equals.
    return shown.sort((a, b) => {
      const [first, second] = [tally[a], tally[b]];
      if (how === 'stage' && first && second) return compareAdvance(first, second);
      return compareMoney(by.money.get(list[a]?.id ?? ''), by.money.get(list[b]?.id ?? ''), by.base);
    });
  };
  const rows = order(matrix.startups, tallies.rows, by.rows);
  const columns = order(matrix.investors, tallies.columns, by.columns);
  const bands = bandsOf(matrix, rows, by.sectors);
  return { bands, rows: bands.flatMap((band) => band.rows), columns };
}

function isShown(tally: Tally | undefined, hideOthers: boolean): boolean {
  return tally !== undefined && (hideOthers ? tally.pairs : tally.named) > 0;
}

function bandsOf(matrix: PairMatrix, rows: readonly number[], sectors: readonly string[] | null): Band[] {
  if (!sectors) return [{ key: '', rows }];
  const bySector = Map.groupBy(rows, (row) => matrix.startups[row]?.sector ?? '');
  const place = (key: string) => {
    const at = sectors.indexOf(key);
    return at < 0 ? sectors.length : at;
  };
  return [...bySector]
    .map(([key, inside]) => ({ key, rows: inside }))
    .sort((a, b) => place(a.key) - place(b.key));
}
