import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, parseDay } from '@/lib/core/days';
import { linear, monthTicks, partOf, spread, stepPath, ticksTo } from './scale';

const day = (text: string) => parseDay(text) as Day;

describe('the axis of values', () => {
  it('has round steps up to the value', () => {
    expect(ticksTo(84_500_000_000, 4)).toEqual([0, 5e10, 1e11]);
    expect(ticksTo(42, 5)).toEqual([0, 10, 20, 30, 40, 50]);
    expect(ticksTo(1, 4)).toEqual([0, 1]);
    expect(ticksTo(0, 4)).toEqual([0]);
  });

  it('reaches every value with few, equal, round steps from 0', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e15, noNaN: true }).map(Math.floor),
        fc.integer({ min: 2, max: 8 }),
        (max, count) => {
          const ticks = ticksTo(max, count);
          const step = ticks[1] ?? 0;
          expect(ticks[0]).toBe(0);
          expect(ticks.length).toBeLessThanOrEqual(count + 1);
          expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
          expect((ticks.at(-1) ?? 0) - step).toBeLessThan(max);
          expect(String(step.toExponential())).toMatch(/^[125]e/);
        },
      ),
    );
  });

  it('maps its ends to its places, and a range without length to the beginning', () => {
    expect([0, 5, 10].map(linear([0, 10], [100, 0]))).toEqual([100, 50, 0]);
    expect(linear([3, 3], [7, 9])(3)).toBe(7);
  });
});

describe('the axis of days', () => {
  it('marks first days of months, and thins them out evenly', () => {
    expect(monthTicks(day('2023-04-10'), day('2023-07-01'), 9)).toEqual([
      '2023-05-01',
      '2023-06-01',
      '2023-07-01',
    ]);
    expect(monthTicks(day('2023-01-01'), day('2023-12-31'), 4)).toEqual([
      ...['2023-01-01', '2023-04-01'],
      ...['2023-07-01', '2023-10-01'],
    ]);
    expect(monthTicks(day('2023-04-10'), day('2023-04-20'), 4)).toEqual([]);
  });

  it('knows how far a day is, within its ends', () => {
    const part = (text: string) => partOf(day('2023-04-01'), day('2023-04-11'), day(text));
    expect(['2023-03-01', '2023-04-01', '2023-04-06', '2023-04-11', '2023-05-01'].map(part)).toEqual([
      0, 0, 0.5, 1, 1,
    ]);
    expect(partOf(day('2023-04-01'), day('2023-04-01'), day('2023-04-01'))).toBe(0);
  });
});

describe('a step line', () => {
  it('keeps its height until the next point', () => {
    const points = [
      { x: 0, y: 5 },
      { x: 3, y: 2 },
    ];
    expect(stepPath(points, 9)).toBe('M0 5 H3 V2 H9');
    expect(stepPath([], 9)).toBe('');
  });
});

describe('labels', () => {
  it('move apart, in their order, and stay inside as long as there is room', () => {
    expect(spread([10, 10, 50], 14, [0, 100])).toEqual([10, 24, 50]);
    expect(spread([98, 99], 14, [0, 100])).toEqual([86, 100]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 6 }), (places) => {
        const moved = spread(places, 14, [0, 200]);
        const sorted = moved.toSorted((a, b) => a - b);
        expect(sorted.every((place, n) => n === 0 || place - (sorted[n - 1] ?? 0) >= 14 - 1e-9)).toBe(true);
        expect(moved.every((place) => place >= 0 && place <= 200)).toBe(true);
        for (const [a, first] of places.entries()) {
          for (const [b, second] of places.entries()) {
            if (first < second) expect(moved[a]).toBeLessThan(moved[b] as number);
          }
        }
      }),
    );
  });
});
