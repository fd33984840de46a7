import { type LiveRung, rungsOf, type Sum } from '@/lib/amount/rules';
import { type Money, sumByCurrency } from '@/lib/core/money';
import type { Locale } from '@/lib/core/scope';
import { byShownName } from '@/lib/core/shown-name';
import { type AmountRow, type InKrw, inKrw, type RateOn, type RungOf, sumTotal } from './money';
import { sharesOf } from './shares';
import type { Conversion, Loss, StageFigures } from './stages';
import type { StepFigures } from './steps';

/** Whole minor units in digits: a sum has no upper bound, and a number of JSON is exact only below 2^53. */
export type WireMinor = string;
export type WireTotal = { currency: string; minor: WireMinor };
/** In won. `rateDate`: the day of the rate used (the oldest of several); null when all of it is won anyway. */
export type WireKrw = { minor: WireMinor; rateDate: string | null };

/** Talk of pairs that are passed or withdrawn: told beside a sum, never in it. One total a currency. */
export type LeftOut = { pairs: number; totals: WireTotal[] };

type Figures = {
  /** One per currency, by its code; never added across. */
  totals: WireTotal[];
  /** Null where the rate table lacks a currency, which `missing` names. */
  krw: WireKrw | null;
  missing: string[];
  rates: RateOn[];
  pairs: number;
  startups: number;
  /** Of `pairs`: those that are passed or withdrawn. What was signed or paid is a fact and stays. */
  closed: number;
  /** Missing in figures that were published before talk ended with the pair. */
  leftOut?: LeftOut;
};
export type RungFigures = { rung: LiveRung } & Figures;
export type WireShare = {
  startup: AmountRow['startup'];
  minor: WireMinor | null;
  totals: WireTotal[];
  pairs: number;
};
export type SumFigures = { sum: Sum; rungs: LiveRung[]; concentration: WireShare[] } & Figures;

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

/** What a funnel says; the shape of the API. */
export type Funnel = {
  asOf: string;
  knownOn: string | null;
  /** IANA name: the zone that `asOf` and `knownOn` are days of. */
  timeZone: string;
  stages: StageFigures[];
  conversions: Conversion[];
  /** Behind the last stage: invested, then follow-on. */
  steps: StepFigures[];
  /** Of the invested step: pairs that never reached the last stage; not in the conversion into it. */
  beside: number;
  lostBy: Loss[];
  onHold: number;
  invested: number;
  amounts: RungFigures[];
  /** The questions of the trade, each answered apart; never added together. */
  sums: SumFigures[];
  /** Startups of the pairs counted: the 15 of "5 of 15 startups". */
  startups: number;
};
