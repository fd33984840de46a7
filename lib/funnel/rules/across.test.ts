import { describe, expect, it } from 'vitest';
import { SUMS } from '@/lib/amount/rules';
import { money } from '@/lib/core/money';
import type { RateOn } from '../schema/figures';
import type { KeptFunnel } from '../schema/many-funnels';
import { totalsOf } from './across';
import { sumFigures } from './figures';
import type { AmountRow } from './money';
import { stageFigures } from './stages';

const row = (
  minor: number,
  currency: string,
  more: Partial<AmountRow<'signed'>> = {},
): AmountRow<'signed'> => ({
  startup: { id: 'a', name: '가온', nameEn: 'Gaon' },
  rung: 'signed',
  money: money(minor, currency),
  pairs: 1,
  closed: 0,
  leftOut: false,
  ...more,
});
const dollar = (on: string): RateOn => ({ base: 'USD', rate: '1300', on, source: 'bank' });

/** One program with these signed amounts; half of `pairs` are candidates, half reached the main meeting. */
function program(rows: AmountRow<'signed'>[], rates: RateOn[] = [], pairs = 4): KeptFunnel {
  const standing = { status: 'open', reasonCode: null, pairs: pairs / 2 } as const;
  const standings = (['candidate', 'main_session'] as const).map((stage) => ({
    ...{ ...standing, stage, reached: stage },
  }));
  return {
    ...{ asOf: '2023-05-03', knownOn: null, timeZone: 'Asia/Seoul', conversions: [] },
    stages: stageFigures(standings, [{ stage: 'main_session', pairs: 1 }]),
    steps: [{ step: 'invested', pairs: 1, numerator: 1, denominator: pairs / 2 }],
    ...{ onHold: 1, invested: 2, startups: 3 },
    sums: SUMS.map((sum) =>
      sum === 'signed' ? sumFigures('signed', rows, rates) : sumFigures(sum, [], rates),
    ),
  };
}

const signed = (funnels: KeptFunnel[]) => totalsOf(funnels).sums.find(({ sum }) => sum === 'signed');

describe('the totals of several programs', () => {
  it('add pairs, meetings and steps, and take the conversion of what was added', () => {
    const totals = totalsOf([program([], [], 4), program([], [], 10)]);
    const main = totals.stages.find(({ stage }) => stage === 'main_session');
    expect(main).toMatchObject({ reached: 7, met: 2, now: 7 });
    expect(totals.conversions).toContainEqual({
      ...{ from: 'candidate', to: 'video_call' },
      ...{ numerator: 7, denominator: 14 },
    });
    expect(totals.steps).toContainEqual({ step: 'invested', pairs: 2, numerator: 2, denominator: 7 });
    expect(totals).toMatchObject({ onHold: 2, invested: 4, startups: 6 });
  });

  it('add each currency by itself', () => {
    const rates = [dollar('2023-05-02')];
    const totals = signed([
      program([row(500, 'KRW'), row(700, 'USD')], rates),
      program([row(300, 'USD')], rates),
    ]);
    expect(totals?.totals).toEqual([
      { currency: 'KRW', minor: '500' },
      { currency: 'USD', minor: '1000' },
    ]);
    expect(totals).toMatchObject({ pairs: 3, startups: 2 });
  });

  it('convert each program at its own rates, and name the oldest day of a rate', () => {
    const may = program([row(700, 'USD')], [dollar('2023-05-02')]);
    const april = program([row(300, 'USD')], [dollar('2023-04-28')]);
    // 10 dollars at 1,300 won.
    expect(signed([may, april])?.krw).toEqual({ minor: '13000', rateDate: '2023-04-28' });
  });

  it('name no day where all of it is won', () => {
    expect(signed([program([row(500, 'KRW')]), program([row(20, 'KRW')])])?.krw).toEqual({
      ...{ minor: '520', rateDate: null },
    });
  });

  it('have no total in won where one program lacks a rate', () => {
    expect(signed([program([row(500, 'KRW')]), program([row(300, 'USD')])])?.krw).toBeNull();
  });

  it('tell what is left out beside the sum', () => {
    const closed = { leftOut: true, pairs: 2, closed: 2 };
    const totals = signed([
      program([row(500, 'KRW'), row(40, 'KRW', closed)]),
      program([row(2, 'USD', closed)]),
    ]);
    expect(totals?.totals).toEqual([{ currency: 'KRW', minor: '500' }]);
    expect(totals?.leftOut).toEqual({
      pairs: 4,
      totals: [
        { currency: 'KRW', minor: '40' },
        { currency: 'USD', minor: '2' },
      ],
    });
  });
});
