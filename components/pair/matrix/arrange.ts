import { CELL_WIDTH, cellAt, type MatrixCell } from '@/lib/pair/rules/cells';
import { isClosed, STAGES } from '@/lib/pair/rules/stages';
import type { PairMatrix } from '@/lib/pair/schema/figures';
import { toneOfPair } from '../stage-tone';
import { compareMoney, type PartyMoney } from './party-money';

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

type Band = { key: string; rows: readonly number[] };
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

/** What the squares of one row, of one column, or of all add up to; only pairs the filter keeps are counted. */
export type Tally = {
  pairs: number;
  /** Pairs with the words searched for in a name. */
  named: number;
  reachedMain: number;
  followUp: number;
  closed: number;
  /** Invested, then open in the fourth stage down to the first: compared from the left, it says who is further. */
  advance: number[];
};

export type Tallies = { rows: Tally[]; columns: Tally[]; all: Tally; tones: ReadonlyMap<string, number> };

function emptyTally(): Tally {
  return { pairs: 0, named: 0, reachedMain: 0, followUp: 0, closed: 0, advance: [0, 0, 0, 0, 0] };
}

export function tallyMatrix({ rows, investors }: Pick<PairMatrix, 'rows' | 'investors'>): Tallies {
  const columns = investors.map(emptyTally);
  const all = emptyTally();
  const tones = new Map<string, number>();
  const lines = rows.map((codes) => {
    const line = emptyTally();
    columns.forEach((column, index) => {
      const cell = codes.length >= (index + 1) * CELL_WIDTH ? cellAt(codes, index) : null;
      if (!cell) return;
      for (const tally of [line, column, all]) count(tally, cell);
      const tone = toneOfPair(cell.stage, cell.status);
      if (cell.matches) tones.set(tone, (tones.get(tone) ?? 0) + 1);
    });
    return line;
  });
  return { rows: lines, columns, all, tones };
}

function count(tally: Tally, { stage, status, matches, named, reachedMain }: MatrixCell): void {
  if (named) tally.named += 1;
  if (!matches) return;
  tally.pairs += 1;
  if (reachedMain) tally.reachedMain += 1;
  if (isClosed(status)) tally.closed += 1;
  if (stage === 'follow_up' && status === 'open') tally.followUp += 1;
  const step = status === 'invested' ? 0 : isClosed(status) ? -1 : STAGES.length - STAGES.indexOf(stage);
  const before = tally.advance[step];
  if (before !== undefined) tally.advance[step] = before + 1;
}

/** Negative when `a` is further than `b`. */
function compareAdvance(a: Tally, b: Tally): number {
  for (const [step, count] of a.advance.entries()) {
    const difference = (b.advance[step] ?? 0) - count;
    if (difference !== 0) return difference;
  }
  return 0;
}
