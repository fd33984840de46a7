import { formatPercent } from '@/lib/core/dates';
import type { SurvivalStep, TimeInStage } from '../../schema/time';
import { type Drawing, hairline, moved, rounded, type Shape } from './drawing';
import { linear, stepPath, ticksTo } from './scale';

export type SurvivalChart = Pick<TimeInStage, 'curve' | 'medianDays'> & {
  /** `중앙값 9일`; said where the curve falls to a half. */
  median: string;
  /** `일`, at the end of the axis. */
  unit: string;
};

const SHEET = { width: 300, height: 180, left: 40, right: 14, top: 18, bottom: 26 };
const PARTS = [0, 25, 50, 75, 100];

/** The curve of one stage: steps where pairs left, ticks where a stay that goes on was last seen, a mark at the median. */
export function survivalChart({ curve, medianDays, median, unit }: SurvivalChart): Drawing {
  const { width, height, left, right, top, bottom } = SHEET;
  const ticks = ticksTo(Math.max(1, curve.at(-1)?.days ?? 0), 5);
  const x = linear([0, ticks.at(-1) ?? 1], [left, width - right]);
  const y = linear([0, 1], [height - bottom, top]);
  const points = [{ x: x(0), y: y(1) }, ...curve.map((step) => ({ x: x(step.days), y: y(partOf(step)) }))];
  return {
    width,
    height,
    shapes: [
      ...PARTS.flatMap((part) => partLine(part, rounded(y(part / 100)))),
      ...ticks.map(
        (tick): Shape => ({
          ...{ kind: 'text', y: height - 8, tone: 'ink-2', size: 11 },
          ...(tick === ticks.at(-1)
            ? { x: width, anchor: 'end', text: `${tick} ${unit}` }
            : { x: rounded(x(tick)), anchor: 'middle', text: `${tick}` }),
        }),
      ),
      ...(medianDays === null ? [] : medianMark(rounded(x(medianDays)), rounded(y(0.5)), median)),
      { kind: 'path', d: stepPath(points, x(curve.at(-1)?.days ?? 0)), stroke: 'action', width: 2 },
      ...curve
        .filter(({ open }) => open > 0)
        .map((step) => censorTick(rounded(x(step.days)), rounded(y(partOf(step))))),
    ],
  };
}

function partOf({ staying }: Pick<SurvivalStep, 'staying'>): number {
  return staying.numerator / staying.denominator;
}

function partLine(part: number, y: number): Shape[] {
  const { left, width, right } = SHEET;
  const text = formatPercent(part, 100).replace('.0', '');
  return [
    hairline(`M${left} ${y} H${width - right}`, part === 0 ? 'line-3' : 'line'),
    { kind: 'text', x: left - 6, y: y + 4, text, tone: 'ink-2', size: 11, anchor: 'end' },
  ];
}

/** The curve only falls: above it on the right there is room for words, and below it on the left. */
function medianMark(x: number, y: number, text: string): Shape[] {
  const fits = x < SHEET.width - 110;
  return [
    { kind: 'path', d: `M${x} ${y} V${SHEET.height - SHEET.bottom}`, stroke: 'ink-2', width: 1, dash: '2 2' },
    { kind: 'path', d: `M${x} ${y - 4} L${x + 4} ${y} L${x} ${y + 4} L${x - 4} ${y} Z`, fill: 'ink' },
    {
      ...{ kind: 'text', text, tone: 'ink', size: 11, bold: true },
      ...(fits ? { x: x + 6, y: y - 8, anchor: 'start' } : { x: x - 6, y: y + 16, anchor: 'end' }),
    },
  ];
}

function censorTick(x: number, y: number): Shape {
  return { kind: 'path', d: `M${x} ${y - 4} V${y + 4}`, stroke: 'ink-2', width: 1 };
}

type Curve = { title: string; note: string; drawing: Drawing };

/** The curves of several stages on one sheet, two a row, each under its name and its numbers. */
export function curveSheet(curves: readonly Curve[]): Drawing {
  const [width, height] = [SHEET.width + 24, SHEET.height + 30];
  return {
    width: Math.min(curves.length, 2) * width,
    height: Math.ceil(curves.length / 2) * height,
    shapes: curves.flatMap(({ title, note, drawing }, index) => {
      const [x, y] = [(index % 2) * width, Math.floor(index / 2) * height];
      return [
        { kind: 'text', x, y: y + 14, text: title, tone: 'ink', size: 13, bold: true } satisfies Shape,
        { kind: 'text', x, y: y + 30, text: note, tone: 'ink-2', size: 11 } satisfies Shape,
        ...moved(drawing.shapes, x, y + 28),
      ];
    }),
  };
}
