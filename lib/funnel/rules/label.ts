import type { Sum } from '@/lib/amount/rules';
import { dayText } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { formatMoney, formatMoneyExact, formatRate, money } from '@/lib/core/money';
import type { Funnel, RateOn, SumFigures, WireTotal } from '../schema/figures';

/**
 * A figure with what it must never stand without: its date and its status. Made from one sum only, so that no figure
 * can be labelled that mixes two. The words around it are `funnel.label`.
 */
export type FigureLabel = {
  sum: Sum;
  /** `845억 원` / `KRW 84.5 billion`. */
  amount: string;
  /** Every digit. */
  exact: string;
  /** `2023. 5. 3.` / `3 May 2023`. */
  asOf: string;
  knownOn: string | null;
  /** `1 USD = 1,340.00원`, one for each currency that was converted. */
  rates: string[];
};

type Clocks = Pick<Funnel, 'asOf' | 'knownOn'>;

/** The total in won. Null where a rate is missing: there is none to label. */
export function figureLabel(
  { sum, krw, rates }: Pick<SumFigures, 'sum' | 'krw' | 'rates'>,
  clocks: Clocks,
  locale: Locale,
): FigureLabel | null {
  if (krw === null) return null;
  const written = rates.map(({ base, rate }) => formatRate({ base, quote: 'KRW', rate }, locale));
  return { ...totalLabel(sum, { currency: 'KRW', minor: krw.minor }, clocks, locale), rates: written };
}

/** The total in one of its own currencies. */
export function totalLabel(
  sum: Sum,
  { currency, minor }: WireTotal,
  { asOf, knownOn }: Clocks,
  locale: Locale,
): FigureLabel {
  const total = money(minor, currency);
  return {
    sum,
    amount: formatMoney(total, locale),
    exact: formatMoneyExact(total, locale),
    asOf: dayText(asOf, locale),
    knownOn: knownOn && dayText(knownOn, locale),
    rates: [],
  };
}

/** `1 USD = 1,340.00원, 2023. 5. 3.`: a rate never without its day. */
export function namedRate({ base, rate, on }: RateOn, locale: Locale): string {
  return `${formatRate({ base, quote: 'KRW', rate }, locale)}, ${dayText(on, locale)}`;
}
