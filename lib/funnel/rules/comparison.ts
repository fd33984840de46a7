import { SUMS, type Sum } from '@/lib/amount/rules';
import { money, sumByCurrency } from '@/lib/core/money';
import type { Funnel, LeftOut, SumFigures, WireMinor, WireTotal } from '../schema/figures';
import type {
  Both,
  BothConversions,
  ComparedSum,
  ComparedTotal,
  ConversionOf,
  FunnelComparison,
} from '../schema/many-funnels';
import { wire } from './figures';

/** Two funnels number by number. They may be of two dates or of two programs: nothing here assumes the same pairs. */
export function compareFunnels(first: Funnel, second: Funnel): FunnelComparison {
  return {
    stages: first.stages.map(({ stage }, k) => {
      const of = (figure: 'reached' | 'met' | 'now' | 'lost') =>
        both(first.stages[k]?.[figure] ?? 0, second.stages[k]?.[figure] ?? 0);
      return { stage, reached: of('reached'), met: of('met'), now: of('now'), lost: of('lost') };
    }),
    conversions: first.conversions.map(({ from, to, ...own }, k) => ({
      ...{ from, to },
      ...bothConversions(own, second.conversions[k]),
    })),
    steps: first.steps.map(({ step, pairs, ...own }, k) => ({
      ...{ step, pairs: both(pairs, second.steps[k]?.pairs ?? 0) },
      ...bothConversions(own, second.steps[k]),
    })),
    onHold: both(first.onHold, second.onHold),
    invested: both(first.invested, second.invested),
    sums: SUMS.flatMap((sum) => comparedSum(sumOf(first, sum), sumOf(second, sum))),
  };
}

function both(first: number, second: number): Both {
  return { first, second, difference: second - first };
}

function bothConversions(a: ConversionOf, other: ConversionOf | undefined): BothConversions {
  const first = { numerator: a.numerator, denominator: a.denominator };
  const second = { numerator: other?.numerator ?? 0, denominator: other?.denominator ?? 0 };
  return { first, second, tenths: differenceInTenths(first, second) };
}

/** Halves away from zero. */
export function differenceInTenths(first: ConversionOf, second: ConversionOf): number | null {
  const denominator = first.denominator * second.denominator;
  if (denominator === 0) return null;
  const numerator = (second.numerator * first.denominator - first.numerator * second.denominator) * 1000;
  const size = Math.floor((Math.abs(numerator) * 2 + denominator) / (denominator * 2));
  return numerator < 0 && size > 0 ? -size : size;
}

function sumOf({ sums }: Funnel, sum: Sum): SumFigures | undefined {
  return sums.find((figures) => figures.sum === sum);
}

function comparedSum(first: SumFigures | undefined, second: SumFigures | undefined): ComparedSum[] {
  if (!first || !second) return [];
  const [left, right] = [first.leftOut ?? NOTHING, second.leftOut ?? NOTHING];
  return [
    {
      sum: first.sum,
      pairs: both(first.pairs, second.pairs),
      startups: both(first.startups, second.startups),
      totals: comparedTotals(first.totals, second.totals),
      krwDifference:
        first.krw && second.krw && sameRates(first, second)
          ? less('KRW', second.krw.minor, first.krw.minor)
          : null,
      leftOut: { pairs: both(left.pairs, right.pairs), totals: comparedTotals(left.totals, right.totals) },
    },
  ];
}

const NOTHING: LeftOut = { pairs: 0, totals: [] };

function comparedTotals(first: readonly WireTotal[], second: readonly WireTotal[]): ComparedTotal[] {
  const currencies = [...first, ...second].map(({ currency }) => currency);
  return [...new Set(currencies)].sort().map((currency) => {
    const [a, b] = [minorOf(first, currency), minorOf(second, currency)];
    return { currency, first: a, second: b, difference: less(currency, b, a) };
  });
}

function minorOf(totals: readonly WireTotal[], currency: string): WireMinor {
  return totals.find((total) => total.currency === currency)?.minor ?? '0';
}

function less(currency: string, a: WireMinor, b: WireMinor): WireMinor {
  return wire(sumByCurrency([money(a, currency), money(-BigInt(b), currency)])[0] ?? money(0, currency));
}

/** A difference of two totals at two rates would tell of the rates and not of the money. */
function sameRates(a: Pick<SumFigures, 'rates'>, b: Pick<SumFigures, 'rates'>): boolean {
  return a.rates.every(({ base, rate }) =>
    b.rates.every((other) => other.base !== base || other.rate === rate),
  );
}
