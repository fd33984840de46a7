import { describe, expect, it } from 'vitest';
import { money } from '@/lib/core/money';
import type { Funnel, RateOn } from '../schema/figures';
import { compareFunnels, differenceInTenths } from './comparison';
import { sumFigures } from './figures';
import { conversions, stageFigures, stepFigures } from './stages';

const usd = (minor: number, rate: string): Funnel['sums'][number] => {
  const rates: RateOn[] = [{ base: 'USD', rate, on: '2023-05-01', source: 'test' }];
  const startup = { id: 'a', name: 'a', nameEn: '' };
  return sumFigures(
    'discussed',
    [{ startup, rung: 'discussed', money: money(minor, 'USD'), pairs: 1, closed: 0, leftOut: false }],
    rates,
  );
};

function funnel(reached: number, invested: number, sum: Funnel['sums'][number]): Funnel {
  const standing = { stage: 'follow_up', reached: 'follow_up', status: 'open', reasonCode: null } as const;
  const stages = stageFigures([{ ...standing, pairs: reached }], []);
  return {
    ...{ asOf: '2023-05-03', knownOn: null, timeZone: 'Asia/Seoul', stages, lostBy: [], onHold: 0 },
    ...{ conversions: conversions(stages), invested, amounts: [], startups: 1 },
    ...stepFigures({ invested, investedReached: invested, followOn: 0 }, reached),
    sums: [sum, ...(['intended', 'signed', 'paid', 'follow_on'] as const).map((s) => sumFigures(s, [], []))],
  };
}

describe('two funnels side by side', () => {
  it('differ number by number, percentages by points out of their own pairs', () => {
    const { stages, steps } = compareFunnels(
      funnel(40, 5, usd(100, '1300')),
      funnel(60, 9, usd(100, '1300')),
    );
    expect(stages[4]?.reached).toEqual({ first: 40, second: 60, difference: 20 });
    // 5/40 = 12.5 %, 9/60 = 15 %.
    expect(steps[0]).toMatchObject({ pairs: { difference: 4 }, tenths: 25 });
    expect(steps[1]?.tenths).toBe(0);
  });

  it('have no difference of a percentage where one side has no pairs', () => {
    expect(differenceInTenths({ numerator: 0, denominator: 0 }, { numerator: 1, denominator: 2 })).toBeNull();
    // 1/3 less 1/2 is -16.66… points, 2/3 less 1/2 the same upwards.
    expect(differenceInTenths({ numerator: 1, denominator: 2 }, { numerator: 1, denominator: 3 })).toBe(-167);
    expect(differenceInTenths({ numerator: 1, denominator: 2 }, { numerator: 2, denominator: 3 })).toBe(167);
  });

  it('tell the difference of money in each currency, and in won only at the same rate', () => {
    const [same] = compareFunnels(funnel(1, 0, usd(500, '1300')), funnel(1, 0, usd(300, '1300'))).sums;
    expect(same?.totals).toEqual([{ currency: 'USD', first: '500', second: '300', difference: '-200' }]);
    expect(same?.krwDifference).toBe('-2600');
    const [other] = compareFunnels(funnel(1, 0, usd(500, '1300')), funnel(1, 0, usd(500, '1310'))).sums;
    expect(other?.totals[0]?.difference).toBe('0');
    expect(other?.krwDifference).toBeNull();
  });
});
