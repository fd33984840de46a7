import { describe, expect, it } from 'vitest';
import { SUMS, type Sum } from '@/lib/amount/rules';
import { type Day, parseDay } from '@/lib/core/days';
import type { SeriesPoint } from '../../schema/time';
import type { Drawing } from './drawing';
import { MIDDLE, moneyChart, NARROW, STROKES } from './money';

const day = (text: string) => parseDay(text) as Day;
const names = Object.fromEntries(SUMS.map((sum) => [sum, `name of ${sum}`])) as Record<Sum, string>;

function point(on: string, won: Partial<Record<Sum, number | null>>): Pick<SeriesPoint, 'day' | 'sums'> {
  const sums = SUMS.map((sum) => {
    const minor = won[sum];
    const krw = minor === null ? null : { minor: String(minor ?? 0), rateDate: null };
    const leftOut = { pairs: 0, totals: [] };
    return { sum, totals: [], krw, missing: [], pairs: minor === undefined ? 0 : 1, startups: 1, leftOut };
  });
  return { day: on, sums };
}
const chart = (points: ReturnType<typeof point>[]) =>
  moneyChart({ points, start: day('2023-04-01'), end: day('2023-04-11'), names, locale: 'ko' }, MIDDLE);
const lines = ({ shapes }: Drawing, sum: Sum) =>
  shapes.filter(
    (shape) =>
      shape.kind === 'path' &&
      shape.width === 2 &&
      shape.stroke === STROKES[sum].tone &&
      shape.dash === STROKES[sum].dash,
  );
const texts = ({ shapes }: Drawing) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

describe('amounts over time', () => {
  it('have a step line for each sum that has money, with its name at the end, and none for the others', () => {
    const drawn = chart([
      point('2023-04-01', { discussed: 100 }),
      point('2023-04-06', { discussed: 50, paid: 100 }),
    ]);
    // The axis goes from 56 to 592, its middle is 324; from 292 at 0 up to 16 at 100.
    expect(lines(drawn, 'discussed')).toMatchObject([{ d: 'M56 292 H56 V16 H324 V154 H592' }]);
    expect(lines(drawn, 'paid')).toMatchObject([{ d: 'M324 292 H324 V16 H592' }]);
    expect(lines(drawn, 'signed')).toEqual([]);
    expect(texts(drawn)).toEqual(expect.arrayContaining(['name of discussed', 'name of paid']));
    expect(texts(drawn)).not.toContain('name of signed');
  });

  it('break where a rate is missing, instead of falling to nothing', () => {
    const drawn = chart([
      point('2023-04-01', { discussed: 100 }),
      point('2023-04-03', { discussed: null }),
      point('2023-04-06', { discussed: 50 }),
    ]);
    expect(lines(drawn, 'discussed')).toMatchObject([
      { d: 'M56 292 H56 V16 H163.2' },
      { d: 'M324 154 H592' },
    ]);
  });

  it('are told apart without colour: each sum has another stroke and mark', () => {
    const looks = Object.values(STROKES);
    expect(new Set(looks.map(({ mark }) => mark)).size).toBe(looks.length);
    expect(new Set(looks.map(({ tone, dash }) => `${tone} ${dash}`)).size).toBe(looks.length);
  });

  it('write won in Korean units, and months on the axis', () => {
    const drawn = moneyChart(
      {
        ...{ points: [point('2023-04-01', { discussed: 84_500_000_000 })], names, locale: 'ko' as const },
        ...{ start: day('2023-04-01'), end: day('2023-06-11') },
      },
      NARROW,
    );
    expect(texts(drawn)).toEqual(expect.arrayContaining(['0', '500억', '1,000억', '2023. 4.', '5.', '6.']));
  });

  it('draw nothing where there is no money, and do not fail', () => {
    expect(lines(chart([point('2023-04-01', {})]), 'discussed')).toEqual([]);
  });
});
