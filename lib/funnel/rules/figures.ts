import { rungsOf, type Sum } from '@/lib/amount/rules';
import type { Locale } from '@/lib/core/locale';
import { type Money, money, sumByCurrency } from '@/lib/core/money';
import { byShownName } from '@/lib/core/shown-name';
import type { LiveRung } from '@/lib/pair/rules/item';
import type {
  LeftOut,
  RateOn,
  RungFigures,
  SumFigures,
  WireMinor,
  WireShare,
  WireTotal,
} from '../schema/figures';
import { type AmountRow, inKrw, type RungOf, sumTotal } from './money';
import { pairsOf } from './stages';

export function rungFigures(
  rung: LiveRung,
  rows: readonly AmountRow[],
  rates: readonly RateOn[],
): Required<RungFigures> {
  const all = rows.filter((row) => row.rung === rung);
  const own = all.filter((row) => !row.leftOut);
  return {
    rung,
    ...figures(sumByCurrency(own.map((row) => row.money)), own, rates),
    leftOut: leftOutOf(all),
  };
}

export function sumFigures<S extends Sum>(
  sum: S,
  rows: readonly AmountRow[],
  rates: readonly RateOn[],
): Required<SumFigures> {
  const rungs = rungsOf(sum);
  const all = rows.filter((row): row is AmountRow<RungOf<S>> => rungs.includes(row.rung));
  const own = all.filter((row) => !row.leftOut);
  return {
    ...{ sum, rungs, concentration: sharesOf(own, rates) },
    ...figures(sumTotal<S>(sum, own).totals, own, rates),
    leftOut: leftOutOf(all),
  };
}

/** The startups behind a sum. Funnels are kept and frozen in this order, which is the same for every reader. */
function sharesOf(rows: readonly AmountRow[], rates: readonly RateOn[]): WireShare[] {
  const shares = [...Map.groupBy(rows, (row) => row.startup.id).values()].map((own) => {
    const { totals, krw } = inWon(sumByCurrency(own.map((row) => row.money)), rates);
    return { startup: (own[0] as AmountRow).startup, minor: krw?.minor ?? null, totals, pairs: pairsOf(own) };
  });
  return largestFirst(shares, (a, b) => (a.name < b.name ? -1 : 1));
}

/** The shares for readers of a language: equal ones, and those without a common currency, by the name they see. */
export function sharesInShownOrder(shares: readonly WireShare[], locale: Locale): WireShare[] {
  return largestFirst(shares, byShownName(locale));
}

/** The largest in won first; without a common currency, by name. */
function largestFirst(
  shares: readonly WireShare[],
  byName: (a: WireShare['startup'], b: WireShare['startup']) => number,
): WireShare[] {
  const comparable = shares.every(({ minor }) => minor !== null);
  const won = ({ minor }: WireShare) => (comparable ? BigInt(minor ?? 0) : 0n);
  const bySize = (a: WireShare, b: WireShare) => Number(won(a) < won(b)) - Number(won(a) > won(b));
  return shares.toSorted((a, b) => bySize(a, b) || byName(a.startup, b.startup));
}

/** Of live amounts, those that stand in no sum. */
export function leftOutOf(rows: readonly Pick<AmountRow, 'money' | 'pairs' | 'leftOut'>[]): LeftOut {
  const out = rows.filter((row) => row.leftOut);
  return {
    pairs: pairsOf(out),
    totals: sumByCurrency(out.map((row) => row.money)).map(wireTotal),
  };
}

function figures(totals: readonly Money[], rows: readonly AmountRow[], rates: readonly RateOn[]) {
  return {
    ...inWon(totals, rates),
    pairs: pairsOf(rows),
    startups: new Set(rows.map((row) => row.startup.id)).size,
    closed: rows.reduce((sum, row) => sum + row.closed, 0),
  };
}

/** Totals as JSON carries them, with the one in won where every rate is known. */
export function inWon(
  totals: readonly Money[],
  rates: readonly RateOn[],
): Pick<RungFigures, 'totals' | 'krw' | 'missing' | 'rates'> {
  const { krw, missing, rates: used } = inKrw(totals, rates);
  return {
    ...{ totals: totals.map(wireTotal), missing, rates: used },
    krw: krw && { minor: wire(krw.money), rateDate: krw.rateDate },
  };
}

/** As JSON carries it. */
export function wire({ minor }: Money): WireMinor {
  return minor.toString();
}

function wireTotal(total: Money): WireTotal {
  return { currency: total.currency, minor: wire(total) };
}

/** One total a currency. */
export function addTotals(totals: readonly WireTotal[]): WireTotal[] {
  return sumByCurrency(totals.map(({ minor, currency }) => money(minor, currency))).map(wireTotal);
}
