import type { Sum } from '@/lib/amount/rules';
import { formatDay } from '@/lib/core/dates';
import type { Day } from '@/lib/core/days';
import type { Locale } from '@/lib/core/locale';
import { formatMoneyShort, money } from '@/lib/core/money';
import type { SeriesPoint } from '../../schema/time';
import { type Drawing, hairline, rounded, type Shape, type Tone } from './drawing';
import { linear, monthTicks, partOf, spread, stepPath, ticksTo } from './scale';

/** Each sum has its own stroke and its own mark, so that none is told by its colour alone. */
export const STROKES: Readonly<Record<Sum, { tone: Tone; dash?: string; mark: Mark }>> = {
  discussed: { tone: 'action', mark: 'disc' },
  intended: { tone: 'stage-4', dash: '7 3', mark: 'square' },
  signed: { tone: 'ink', dash: '2 3', mark: 'triangle' },
  paid: { tone: 'done', mark: 'diamond' },
  follow_on: { tone: 'done', dash: '7 3 2 3', mark: 'ring' },
};
type Mark = 'disc' | 'square' | 'triangle' | 'diamond' | 'ring';

export type MoneyChart = {
  points: readonly Pick<SeriesPoint, 'day' | 'sums'>[];
  start: Day;
  end: Day;
  names: Readonly<Record<Sum, string>>;
  locale: Locale;
};
export type Sheet = {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
};
export const WIDE: Sheet = { width: 1280, height: 340, left: 56, right: 128, top: 16, bottom: 28 };
export const MIDDLE: Sheet = { width: 720, height: 320, left: 56, right: 128, top: 16, bottom: 28 };
export const NARROW: Sheet = { width: 340, height: 280, left: 48, right: 116, top: 16, bottom: 28 };

/**
 * Sums over time as step lines side by side: never stacked, never added. A sum whose rate is missing has no line while
 * it is. In won, at the rates of each day.
 */
export function moneyChart(chart: MoneyChart, sheet: Sheet): Drawing {
  const lines = linesOf(chart);
  const top = Math.max(0, ...lines.flatMap(({ steps }) => steps.map(({ won }) => won ?? 0)));
  const ticks = ticksTo(top, 4);
  const x = linear([0, 1], [sheet.left, sheet.width - sheet.right]);
  const y = linear([0, Math.max(ticks.at(-1) ?? 0, 1)], [sheet.height - sheet.bottom, sheet.top]);
  const ends = lines.map(({ steps }) => y(steps.at(-1)?.won ?? 0));
  const places = spread(ends, 14, [sheet.top + 4, sheet.height - sheet.bottom]);
  return {
    width: sheet.width,
    height: sheet.height,
    shapes: [
      ...ticks.flatMap((tick) => wonLine(tick, rounded(y(tick)), sheet, chart.locale)),
      ...dayLines(chart, x, sheet),
      ...lines.flatMap(({ sum, steps }, index) =>
        lineOf(sum, chart.names[sum], steps, {
          x,
          y,
          end: sheet.width - sheet.right,
          label: places[index] ?? 0,
        }),
      ),
    ],
  };
}

type Step = { part: number; won: number | null };

/** Sums that have money at any time, each from the day of its first. */
function linesOf({ points, start, end }: MoneyChart): { sum: Sum; steps: Step[] }[] {
  const sums = points[0]?.sums.map(({ sum }) => sum) ?? [];
  return sums.flatMap((sum) => {
    const own = points.map((point) => ({
      day: point.day,
      figure: point.sums.find((one) => one.sum === sum),
    }));
    if (!own.some(({ figure }) => figure && figure.pairs > 0)) return [];
    const steps = own.map(({ day, figure }) => ({
      part: partOf(start, end, day as Day),
      won: figure?.krw ? Number(figure.krw.minor) : null,
    }));
    return [{ sum, steps: fromFirst(steps) }];
  });
}

/** Before its first money a sum has no line; it rises from 0. */
function fromFirst(steps: readonly Step[]): Step[] {
  const first = steps.findIndex(({ won }) => won !== 0);
  const rise = steps[first];
  return rise ? [{ part: rise.part, won: 0 }, ...steps.slice(first)] : [...steps];
}

function wonLine(tick: number, y: number, sheet: Sheet, locale: Locale): Shape[] {
  const text = tick === 0 ? '0' : formatMoneyShort(money(BigInt(tick), 'KRW'), locale);
  return [
    hairline(`M${sheet.left} ${y} H${sheet.width - sheet.right}`, tick === 0 ? 'line-3' : 'line'),
    { kind: 'text', x: sheet.left - 8, y: y + 4, text, tone: 'ink-2', size: 11, anchor: 'end' },
  ];
}

function dayLines({ start, end, locale }: MoneyChart, x: (part: number) => number, sheet: Sheet): Shape[] {
  const y = sheet.height - sheet.bottom;
  const months = monthTicks(start, end, sheet.width > 500 ? 9 : 4);
  const ticks = months.length > 0 ? months : [start];
  return ticks.flatMap((day, index) => {
    const place = rounded(x(partOf(start, end, day)));
    const text = monthName(day, index === 0 || day.slice(5, 7) === '01', locale);
    return [
      hairline(`M${place} ${y} V${y + 4}`, 'line-3'),
      { kind: 'text', x: place, y: y + 18, text, tone: 'ink-2', size: 11, anchor: 'middle' } satisfies Shape,
    ];
  });
}

/** `2023. 5.` or `5.`; `May 2023` or `May`. */
function monthName(day: Day, withYear: boolean, locale: Locale): string {
  const words = formatDay(day, locale).split(' ');
  if (locale === 'ko') return (withYear ? words.slice(0, 2) : words.slice(1, 2)).join(' ');
  return (withYear ? words.slice(1) : words.slice(1, 2))
    .map((word) => (/\d/.test(word) ? word : word.slice(0, 3)))
    .join(' ');
}

type Place = { x: (part: number) => number; y: (won: number) => number; end: number; label: number };

function lineOf(sum: Sum, name: string, steps: readonly Step[], { x, y, end, label }: Place): Shape[] {
  const { tone, dash, mark } = STROKES[sum];
  const shapes: Shape[] = runsOf(steps).map(({ own, until }) => ({
    kind: 'path',
    d: stepPath(
      own.map(({ part, won }) => ({ x: x(part), y: y(won ?? 0) })),
      until === null ? end : x(until),
    ),
    ...{ stroke: tone, width: 2, ...(dash && { dash }) },
  }));
  const last = steps.at(-1)?.won ?? null;
  if (last === null) return shapes;
  return [
    ...shapes,
    markAt(mark, tone, rounded(end), rounded(y(last))),
    hairline(`M${end + 5} ${rounded(y(last))} L${end + 10} ${rounded(label)}`, 'line-3'),
    { kind: 'text', x: end + 13, y: rounded(label + 4), text: name, tone: 'ink', size: 12 },
  ];
}

/** Stretches in which the sum is known, each with the part at which it ends; null for the end of the chart. */
function runsOf(steps: readonly Step[]): { own: Step[]; until: number | null }[] {
  const runs: { own: Step[]; until: number | null }[] = [];
  let own: Step[] = [];
  for (const step of steps) {
    if (step.won !== null) own.push(step);
    else if (own.length > 0) {
      runs.push({ own, until: step.part });
      own = [];
    }
  }
  return own.length > 0 ? [...runs, { own, until: null }] : runs;
}

/** The mark of a sum around a place, eight wide. */
function markAt(mark: Mark, tone: Tone, x: number, y: number): Shape {
  const circle = `M${x - 4} ${y} C${x - 4} ${y - 5.3} ${x + 4} ${y - 5.3} ${x + 4} ${y} C${x + 4} ${y + 5.3} ${x - 4} ${y + 5.3} ${x - 4} ${y} Z`;
  const shapes: Record<Mark, string> = {
    disc: circle,
    ring: circle,
    square: `M${x - 4} ${y - 4} L${x + 4} ${y - 4} L${x + 4} ${y + 4} L${x - 4} ${y + 4} Z`,
    triangle: `M${x} ${y - 5} L${x + 5} ${y + 4} L${x - 5} ${y + 4} Z`,
    diamond: `M${x} ${y - 5} L${x + 5} ${y} L${x} ${y + 5} L${x - 5} ${y} Z`,
  };
  return {
    kind: 'path',
    d: shapes[mark],
    stroke: tone,
    width: 1.5,
    fill: mark === 'ring' ? 'surface' : tone,
  };
}

/** A stretch of the line and its mark, for a legend: 36 by 12. */
export function sampleOf(sum: Sum): Drawing {
  const { tone, dash, mark } = STROKES[sum];
  const line: Shape = { kind: 'path', d: 'M0 6 H30', stroke: tone, width: 2, ...(dash && { dash }) };
  return { width: 36, height: 12, shapes: [line, markAt(mark, tone, 30, 6)] };
}
