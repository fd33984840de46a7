import { LADDER, type Sum } from '@/lib/amount/rules';
import type { Brand } from '@/lib/core/brand';
import { convert, type Money, money, sumByCurrency } from '@/lib/core/money';
import type { LiveRung } from '@/lib/pair/rules/item';
import type { RateOn } from '../schema/figures';

/** Which rungs each sum takes, for the compiler; `LADDER` says the same to the server. */
type RungsOfSum = {
  discussed: 'discussed';
  intended: 'loi' | 'term_sheet' | 'committee';
  signed: 'signed';
  paid: 'paid';
  follow_on: 'follow_on';
};
export type RungOf<S extends Sum> = RungsOfSum[S];

/**
 * Live amounts of one startup on one rung in one currency; `closed` of its pairs are passed or withdrawn. `leftOut`: talk
 * of closed pairs, which stands in no sum.
 */
export type AmountRow<R extends LiveRung = LiveRung> = {
  startup: { id: string; name: string; nameEn: string };
  rung: R;
  money: Money;
  pairs: number;
  closed: number;
  leftOut: boolean;
};

type InKrw = { krw: { money: Money; rateDate: string | null } | null; rates: RateOn[]; missing: string[] };

type Unbranded<S extends Sum> = { readonly sum: S; readonly totals: readonly Money[] };
/** Money that answers one question. Its type carries which one: two sums never meet in one total. */
export type SumTotal<S extends Sum> = Brand<Unbranded<S>, 'SumTotal'>;

/** Throws RangeError on a row of another sum's rung: what the compiler cannot see is refused all the same. */
export function sumTotal<S extends Sum>(sum: S, rows: readonly AmountRow<NoInfer<RungOf<S>>>[]): SumTotal<S> {
  for (const { rung } of rows) {
    if (LADDER[rung].sum !== sum) throw new RangeError(`${rung} is not counted in ${sum}`);
  }
  return brand({ sum, totals: sumByCurrency(rows.map((row) => row.money)) });
}

/** Two parts of the same sum. Throws RangeError when they answer different questions. */
export function addToSum<S extends Sum>(a: SumTotal<S>, b: SumTotal<NoInfer<S>>): SumTotal<S> {
  if (a.sum !== b.sum) throw new RangeError(`${b.sum} is never added to ${a.sum}`);
  return brand({ sum: a.sum, totals: sumByCurrency([...a.totals, ...b.totals]) });
}

function brand<S extends Sum>(total: Unbranded<S>): SumTotal<S> {
  return total as SumTotal<S>;
}

/**
 * One total in won out of one total per currency, each converted once at the rate given for it. `krw` is null when a
 * rate is missing. `rateDate` is the oldest day of a rate used; null when everything was won to begin with.
 */
export function inKrw(totals: readonly Money[], rates: readonly RateOn[]): InKrw {
  const used: RateOn[] = [];
  const missing: string[] = [];
  let won = 0n;
  for (const total of totals) {
    const rate = rates.find(({ base }) => base === total.currency);
    if (total.currency === 'KRW') won += total.minor;
    else if (rate) {
      used.push(rate);
      won += convert(total, { base: rate.base, quote: 'KRW', rate: rate.rate }).minor;
    } else missing.push(total.currency);
  }
  const rateDate = used.map(({ on }) => on).sort()[0] ?? null;
  return { krw: missing.length > 0 ? null : { money: money(won, 'KRW'), rateDate }, rates: used, missing };
}
