import { describe, expect, it } from 'vitest';
import { rungsOf, SUMS } from '@/lib/amount/rules';
import { money } from '@/lib/core/money';
import { LIVE_RUNGS, type LiveRung } from '@/lib/pair/rules/item';
import type { RateOn } from '../schema/figures';
import { type AmountRow, addToSum, inKrw, type RungOf, sumTotal } from './money';

const row = <R extends LiveRung>(rung: R, minor: number, currency = 'KRW'): AmountRow<R> => ({
  startup: { id: 'a', name: '가온', nameEn: 'Gaon' },
  rung,
  money: money(minor, currency),
  pairs: 1,
  closed: 0,
  leftOut: false,
});
const rate = (base: string, value: string, on: string): RateOn => ({ base, rate: value, on, source: 'bank' });

describe('a sum', () => {
  it('takes the rungs of its own question, by currency', () => {
    const intended = sumTotal('intended', [row('loi', 5), row('term_sheet', 7), row('committee', 1, 'USD')]);
    expect(intended.totals).toEqual([money(12, 'KRW'), money(1, 'USD')]);
  });

  it('never takes a rung of another question: neither the compiler nor the server lets it', () => {
    // @ts-expect-error paid money is not under discussion
    expect(() => sumTotal('discussed', [row('paid', 1)])).toThrow(RangeError);
    // @ts-expect-error interest stands in no sum
    expect(() => sumTotal('discussed', [row('interest', 1)])).toThrow(RangeError);
    for (const sum of SUMS) {
      for (const rung of LIVE_RUNGS.filter((each) => !rungsOf(sum).includes(each))) {
        const foreign = [row(rung, 1)] as unknown as AmountRow<RungOf<typeof sum>>[];
        expect(() => sumTotal(sum, foreign)).toThrow(RangeError);
      }
    }
  });

  it('is never added to another one', () => {
    const discussed = sumTotal('discussed', [row('discussed', 845)]);
    const signed = sumTotal('signed', [row('signed', 100)]);
    // @ts-expect-error what is discussed and what is signed answer different questions
    expect(() => addToSum(discussed, signed)).toThrow(RangeError);
    expect(addToSum(discussed, discussed).totals).toEqual([money(1690, 'KRW')]);
  });

  it('is made by no other way: a total without its question does not pass for one', () => {
    const loose = { sum: 'discussed' as const, totals: [money(1, 'KRW')] };
    // @ts-expect-error only sumTotal brands a total
    expect(addToSum(loose, loose).sum).toBe('discussed');
  });
});

describe('a total in won', () => {
  it('needs no rate when all of it is won', () => {
    expect(inKrw([money(500, 'KRW')], [])).toEqual({
      krw: { money: money(500, 'KRW'), rateDate: null },
      rates: [],
      missing: [],
    });
    expect(inKrw([], []).krw).toEqual({ money: money(0, 'KRW'), rateDate: null });
  });

  it('converts each currency once and names the rates, with the oldest of their days', () => {
    // 1.00 USD at 1,340.50 is 1,340.5 won, rounded up; 2.00 EUR at 1,450 is 2,900.
    const rates = [rate('USD', '1340.50', '2023-05-02'), rate('EUR', '1450', '2023-04-28')];
    const totals = [money(200, 'EUR'), money(1_000, 'KRW'), money(100, 'USD')];
    const { krw, rates: used } = inKrw(totals, rates);
    expect(krw).toEqual({ money: money(1_000 + 1_341 + 2_900, 'KRW'), rateDate: '2023-04-28' });
    expect(used.map(({ base }) => base)).toEqual(['EUR', 'USD']);
  });

  it('does not exist without a rate, and says which one is missing', () => {
    const totals = [money(200, 'EUR'), money(100, 'USD')];
    const { krw, missing } = inKrw(totals, [rate('USD', '1340', '2023-05-02')]);
    expect(krw).toBeNull();
    expect(missing).toEqual(['EUR']);
  });
});
