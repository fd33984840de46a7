import { describe, expect, it } from 'vitest';
import type { RateOn } from '../schema/figures';
import type { SeriesPoint } from '../schema/time';
import { pointAt, type SeriesEntry, seriesOf } from './series';

let seq = 0n;
function entry(
  pairId: string,
  effectiveOn: string,
  rung: SeriesEntry['rung'],
  minor: string | null,
  currency = 'KRW',
) {
  seq += 1n;
  return { pairId, startupId: `of ${pairId}`, rung, minor, currency: minor && currency, effectiveOn, seq };
}
const rate = (on: string, value: string): RateOn => ({ base: 'USD', rate: value, on, source: 'test' });
const won = (point: SeriesPoint | null) =>
  Object.fromEntries((point?.sums ?? []).map(({ sum, krw }) => [sum, krw ? krw.minor : null]));

describe('the funnel day after day', () => {
  it('has a point for every day on which a figure is another, and none for the others', () => {
    const points = seriesOf({
      entries: [
        entry('a', '2023-05-01', 'discussed', '100'),
        entry('b', '2023-05-03', 'discussed', '50'),
        // Below the live rung: it changes nothing.
        entry('a', '2023-05-04', 'interest', '7'),
        entry('a', '2023-05-05', 'paid', '90'),
        entry('b', '2023-05-06', 'rejected', null),
      ],
      arrivals: [{ stage: 'candidate', day: '2023-04-03', pairs: 2 }],
      turns: [],
      rates: [],
    });
    expect(points.map(({ day }) => day)).toEqual([
      ...['2023-04-03', '2023-05-01', '2023-05-03'],
      ...['2023-05-05', '2023-05-06'],
    ]);
    expect(won(pointAt(points, '2023-05-04'))).toMatchObject({ discussed: '150', paid: '0' });
    expect(won(pointAt(points, '2023-05-05'))).toMatchObject({ discussed: '50', paid: '90' });
    expect(won(pointAt(points, '2024-01-01'))).toMatchObject({ discussed: '0', paid: '90' });
    expect(pointAt(points, '2023-04-02')).toBeNull();
  });

  it('counts in won at the rate of each day, and has no total before there is one', () => {
    const points = seriesOf({
      entries: [entry('a', '2023-05-01', 'loi', '1000', 'USD')],
      turns: [],
      arrivals: [],
      rates: [rate('2023-05-02', '1300'), rate('2023-05-04', '1350')],
    });
    expect(points.map((point) => [point.day, won(point).intended])).toEqual([
      ['2023-05-01', null],
      ['2023-05-02', '13000'],
      ['2023-05-04', '13500'],
    ]);
    expect(points[0]?.sums[1]?.missing).toEqual(['USD']);
    expect(points[1]?.sums[1]?.krw?.rateDate).toBe('2023-05-02');
  });

  it('adds up arrivals, and is empty where nothing happened', () => {
    const arrivals = [
      { stage: 'candidate' as const, day: '2023-04-03', pairs: 5 },
      { stage: 'video_call' as const, day: '2023-04-10', pairs: 2 },
      { stage: 'video_call' as const, day: '2023-04-11', pairs: 1 },
    ];
    const points = seriesOf({ entries: [], turns: [], arrivals, rates: [rate('2023-04-05', '1300')] });
    expect(points.map(({ reached }) => reached.slice(0, 2).map(({ pairs }) => pairs))).toEqual([
      [5, 0],
      [5, 2],
      [5, 3],
    ]);
    expect(seriesOf({ entries: [], turns: [], arrivals: [], rates: [rate('2023-04-05', '1300')] })).toEqual(
      [],
    );
  });
});
