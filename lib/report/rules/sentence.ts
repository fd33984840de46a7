import { createTranslator } from 'use-intl/core';
import { LADDER, type Sum } from '@/lib/amount/rules';
import { formatDay } from '@/lib/core/dates';
import type { Day } from '@/lib/core/days';
import type { Locale } from '@/lib/core/locale';
import { formatMoney, type Money, money } from '@/lib/core/money';
import { done, type Result, refuse } from '@/lib/core/result';
import { namedRate } from '@/lib/funnel/rules/label';
import { inKrw, type RungOf, type SumTotal, sumTotal } from '@/lib/funnel/rules/money';
import type { RateOn, RungFigures, SumFigures } from '@/lib/funnel/schema/figures';
import en from '../../../messages/en/report.json';
import ko from '../../../messages/ko/report.json';

/** One sum as a sentence takes it: its money carries the question it answers, so that no other rung can be in it. */
export type SpokenSum<S extends Sum> = {
  total: SumTotal<S>;
  rates: readonly RateOn[];
  /** Startups behind the sum. */
  startups: number;
  pairs: number;
};

type RungsOf<S extends Sum> = readonly (Pick<RungFigures, 'totals'> & { rung: NoInfer<RungOf<S>> })[];

/**
 * A sum ready to be spoken of, out of its rungs. Throws RangeError on the rung of another sum, and on figures whose
 * total is not what their own rungs make.
 */
export function spokenSum<S extends Sum>(
  figures: Pick<SumFigures, 'totals' | 'rates' | 'startups' | 'pairs'> & { sum: S },
  rungs: RungsOf<S>,
): SpokenSum<S> {
  const nobody = { id: '', name: '', nameEn: '' };
  const rows = rungs.flatMap(({ rung, totals }) =>
    totals.map(({ minor, currency }) => ({
      ...{ rung, startup: nobody, pairs: 0, closed: 0, leftOut: false },
      money: money(minor, currency),
    })),
  );
  const total = sumTotal<S>(figures.sum, rows);
  const said = figures.totals.map(({ minor, currency }) => money(minor, currency));
  if (!sameMoney(total.totals, said))
    throw new RangeError(`the rungs of ${figures.sum} do not make its total`);
  return { total, rates: figures.rates, startups: figures.startups, pairs: figures.pairs };
}

/** The rungs of a funnel that one sum takes. */
export function rungsOfSum(amounts: readonly RungFigures[], sum: Sum): OfSum[] {
  return amounts.filter((figures): figures is OfSum => LADDER[figures.rung].sum === sum);
}

type OfSum = RungFigures & { rung: RungOf<Sum> };

function sameMoney(a: readonly Money[], b: readonly Money[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ minor, currency }, n) => minor === b[n]?.minor && currency === b[n]?.currency)
  );
}

/** What else the sentence says: how many of each side had met by the day. */
export type Occasion = { asOf: Day; met: { startups: number; investors: number } };
export type Sentences = Record<Locale, string>;

/**
 * The sentence for the press, in both languages, never without status and date. Refusals: sum_empty, rate_missing,
 * nobody_met.
 */
export function pressSentences<S extends Sum>(
  spoken: SpokenSum<S>,
  { asOf, met }: Occasion,
): Result<Sentences> {
  const { krw, rates, missing } = inKrw(spoken.total.totals, spoken.rates);
  if (spoken.pairs === 0) return refuse('sum_empty', { field: ['sum'] });
  if (krw === null) {
    return refuse('rate_missing', { field: ['sum'], params: { currencies: missing.join(', ') } });
  }
  if (krw.money.minor <= 0n) return refuse('sum_empty', { field: ['sum'] });
  if (met.startups === 0 || met.investors === 0) return refuse('nobody_met', { field: ['asOf'] });
  const sum: Sum = spoken.total.sum;
  const say = (locale: Locale) =>
    createTranslator({ locale, messages: locale === 'ko' ? ko : en })(`sentence.${sum}`, {
      startups: met.startups,
      investors: met.investors,
      behind: spoken.startups,
      amount: formatMoney(krw.money, locale),
      asOf: formatDay(asOf, locale),
      rates: rates.map((rate) => namedRate(rate, locale)).join(', ') || 'none',
    });
  return done({ ko: say('ko'), en: say('en') });
}
