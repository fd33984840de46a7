import { describe, expect, it } from 'vitest';
import { SUMS, type Sum } from '@/lib/amount/rules';
import { type Day, parseDay } from '@/lib/core/days';
import type { Locale } from '@/lib/core/locale';
import { timeInStage } from '../survival';
import type { Drawing, Shape } from './drawing';
import { type FunnelBar, funnelDrawing } from './funnel';
import { MIDDLE, moneyChart, NARROW, type Sheet, sampleOf, WIDE } from './money';
import { curveSheet, survivalChart } from './survival';

type Text = Extract<Shape, { kind: 'text' }>;

const texts = ({ shapes }: Drawing) => shapes.filter((shape): shape is Text => shape.kind === 'text');
const textOf = (drawing: Drawing, text: string) =>
  texts(drawing).find((shape) => shape.text === text) as Text;

/** The corners of a path of absolute M, L, C, H and V. */
function corners(d: string): { x: number; y: number }[] {
  let here = { x: 0, y: 0 };
  return [...d.matchAll(/([MLCHV])([^A-Z]*)/g)].flatMap(([, command, numbers = '']) => {
    const values = numbers.trim().split(/\s+/).map(Number);
    if (command === 'H' || command === 'V') {
      here = { ...here, [command === 'H' ? 'x' : 'y']: values[0] };
      return [here];
    }
    const pairs = values.flatMap((x, index) =>
      index % 2 ? [] : [{ x, y: values[index + 1] ?? Number.NaN }],
    );
    here = pairs.at(-1) ?? here;
    return pairs;
  });
}

function placesOf(shape: Shape): { x: number; y: number }[] {
  if (shape.kind === 'path') return corners(shape.d);
  if (shape.kind === 'text') return [shape];
  return [shape, { x: shape.x + shape.w, y: shape.y + shape.h }];
}

/** Places outside the sheet; those that are no number are among them. */
function outside({ width, height, shapes }: Drawing) {
  return shapes.flatMap(placesOf).filter(({ x, y }) => !(x >= 0 && x <= width && y >= 0 && y <= height));
}

const bar = { fill: 'stage-3', ink: 'stage-3-ink', sign: '3' } as const;
const BARS: FunnelBar[] = [
  { ...bar, name: 'All', pairs: 570, into: null, below: ['passed 3', 'withdrawn 2'] },
  { ...bar, name: 'Main', pairs: 184, into: { numerator: 184, denominator: 570 }, below: [] },
];
const CURVE = { median: 'median', unit: 'days' };
const stay = timeInStage('follow_up', [
  { days: 3, left: 6, open: 1 },
  { days: 41, left: 1, open: 2 },
]);

function money(sheet: Sheet, locale: Locale = 'en'): Drawing {
  const names = Object.fromEntries(SUMS.map((sum) => [sum, `name of ${sum}`])) as Record<Sum, string>;
  const point = (day: string, minor: number) => ({
    day,
    sums: SUMS.map((sum) => {
      const krw = { minor: String(minor), rateDate: null };
      return { sum, totals: [], krw, missing: [], pairs: 1, startups: 1, leftOut: { pairs: 0, totals: [] } };
    }),
  });
  const points = [point('2022-11-10', 84_500_000_000), point('2023-01-20', 2_000_000_000)];
  const [start, end] = ['2022-11-01', '2023-02-11'].map((text) => parseDay(text) as Day) as [Day, Day];
  return moneyChart({ points, start, end, names, locale }, sheet);
}

describe('every chart', () => {
  it.each([
    ['the funnel', funnelDrawing(BARS)],
    ['the funnel of an empty program', funnelDrawing(BARS.map((one) => ({ ...one, pairs: 0, into: null })))],
    ['amounts on a desk', money(WIDE)],
    ['amounts on a tablet', money(MIDDLE)],
    ['amounts on a phone', money(NARROW)],
    ['a stay in a stage', survivalChart({ ...stay, ...CURVE })],
    ['a stay without an end', survivalChart({ curve: [], medianDays: null, ...CURVE })],
    [
      'several stays',
      curveSheet(
        [1, 2, 3].map(() => ({ title: 't', note: 'n', drawing: survivalChart({ ...stay, ...CURVE }) })),
      ),
    ],
    ['a legend', sampleOf('paid')],
  ])('stays on its sheet: %s', (_, drawing) => {
    expect(outside(drawing)).toEqual([]);
  });
});

describe('the funnel', () => {
  const drawing = funnelDrawing(BARS);

  it('has the sign of a stage in the middle of its bar', () => {
    const [all] = drawing.shapes.filter((shape) => shape.kind === 'rect');
    if (!all) throw new Error('No bar is drawn.');
    const sign = textOf(drawing, '3');
    expect(sign.x).toBe(all.x + all.w / 2);
    // The middle of a digit is about a third of its size above the base line.
    expect(Math.abs(sign.y - sign.size / 3 - (all.y + all.h / 2))).toBeLessThanOrEqual(1);
  });

  it('writes what stands below a bar in lines that do not touch', () => {
    const [first, second] = [textOf(drawing, 'passed 3'), textOf(drawing, 'withdrawn 2')];
    expect(second.y - first.y).toBeGreaterThan(first.size);
    expect(second.x).toBe(first.x);
  });
});

describe('amounts over time', () => {
  it('write the name of a sum behind the end of its line', () => {
    const end = WIDE.width - WIDE.right;
    for (const sum of SUMS) expect(textOf(money(WIDE), `name of ${sum}`).x).toBeGreaterThan(end);
  });

  it('name the first month with its year, and each January', () => {
    const written = (locale: Locale) => texts(money(WIDE, locale)).map(({ text }) => text);
    expect(written('en')).toEqual(expect.arrayContaining(['Nov 2022', 'Dec', 'Jan 2023', 'Feb']));
    expect(written('ko')).toEqual(expect.arrayContaining(['2022. 11.', '12.', '2023. 1.', '2.']));
  });

  it('write months below the axis, and amounts left of it', () => {
    const drawing = money(WIDE);
    expect(textOf(drawing, 'Dec').y).toBeGreaterThan(WIDE.height - WIDE.bottom + 4);
    expect(textOf(drawing, '0').x).toBeLessThan(WIDE.left);
  });

  it.each(SUMS)('have a mark on the line, eight wide, the same to both sides: %s', (sum) => {
    const [, mark] = sampleOf(sum).shapes;
    const places = mark?.kind === 'path' ? corners(mark.d) : [];
    const [left, right] = [Math.min(...places.map(({ x }) => x)), Math.max(...places.map(({ x }) => x))];
    expect(30 - left).toBe(right - 30);
    expect(right - left).toBeGreaterThanOrEqual(8);
    const [top, bottom] = [Math.min(...places.map(({ y }) => y)), Math.max(...places.map(({ y }) => y))];
    expect([top < 6, bottom > 6]).toEqual([true, true]);
  });
});
