import { type LiveRung, rungsOf, type Sum } from '@/lib/amount/rules';
import type { Locale } from '@/lib/core/locale';
import { type Money, sumByCurrency } from '@/lib/core/money';
import { byShownName } from '@/lib/core/shown-name';
import type {
  LeftOut,
  RateOn,
  RungFigures,
  SumFigures,
  WireMinor,
  WireShare,
  WireTotal,
} from '../schema/figures';
import { type AmountRow, type InKrw, inKrw, type RungOf, sumTotal } from './money';
import { sharesOf } from './shares';

type Figures = Omit<RungFigures, 'rung'>;

export function rungFigures(
  rung: LiveRung,
  rows: readonly AmountRow[],
  rates: readonly RateOn[],
): RungFigures {
  const all = rows.filter((row) => row.rung === rung);
  const own = all.filter((row) => !row.leftOut);
  const totals = sumByCurrency(own.map((row) => row.money));
  return { rung, ...figures(totals, own, rates), leftOut: leftOutOf(all) };
}

export function sumFigures<S extends Sum>(
  sum: S,
  rows: readonly AmountRow[],
  rates: readonly RateOn[],
): SumFigures {
  const rungs = rungsOf(sum);
  const all = rows.filter((row): row is AmountRow<RungOf<S>> => rungs.includes(row.rung));
  const own = all.filter((row) => !row.leftOut);
  const concentration = sharesOf(own, rates).map(({ startup, krw, totals, pairs }) => ({
    startup,
    minor: krw && wire(krw.money),
    totals: totals.map(wireTotal),
    pairs,
  }));
  return {
    ...{ sum, rungs, concentration },
    ...figures(sumTotal<S>(sum, own).totals, own, rates),
    leftOut: leftOutOf(all),
  };
}

/** The shares for readers of a language: equal ones, and those without a common currency, by the name they see. */
export function sharesInShownOrder(shares: readonly WireShare[], locale: Locale): WireShare[] {
  const byName = byShownName(locale);
  const comparable = shares.every(({ minor }) => minor !== null);
  const won = ({ minor }: WireShare) => (comparable ? BigInt(minor ?? 0) : 0n);
  const bySize = (a: WireShare, b: WireShare) => Number(won(a) < won(b)) - Number(won(a) > won(b));
  return shares.toSorted((a, b) => bySize(a, b) || byName(a.startup, b.startup));
}

/** Of live amounts, those that stand in no sum. */
export function leftOutOf(rows: readonly Pick<AmountRow, 'money' | 'pairs' | 'leftOut'>[]): LeftOut {
  const out = rows.filter((row) => row.leftOut);
  return {
    pairs: out.reduce((sum, row) => sum + row.pairs, 0),
    totals: sumByCurrency(out.map((row) => row.money)).map(wireTotal),
  };
}

function figures(totals: readonly Money[], rows: readonly AmountRow[], rates: readonly RateOn[]): Figures {
  const { krw, missing, rates: used }: InKrw = inKrw(totals, rates);
  return {
    totals: totals.map(wireTotal),
    krw: krw && { minor: wire(krw.money), rateDate: krw.rateDate },
    missing,
    rates: used,
    pairs: rows.reduce((sum, row) => sum + row.pairs, 0),
    startups: new Set(rows.map((row) => row.startup.id)).size,
    closed: rows.reduce((sum, row) => sum + row.closed, 0),
  };
}

/** As JSON carries it. */
export function wire({ minor }: Money): WireMinor {
  return minor.toString();
}

export function wireTotal(total: Money): WireTotal {
  return { currency: total.currency, minor: wire(total) };
}
