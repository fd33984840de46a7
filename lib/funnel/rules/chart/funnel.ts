import { formatNumber, formatPercent } from '@/lib/core/dates';
import { type Drawing, rounded, type Shape, type Tone } from './drawing';

/** One bar: how many pairs got there, and what of the one before went on to it; `below`: what stands under it. */
export type FunnelBar = {
  name: string;
  pairs: number;
  fill: Tone;
  ink: Tone;
  /** The digit of the stage, for grey print. */
  sign: string;
  into: { numerator: number; denominator: number } | null;
  below: readonly string[];
};

const BAR = 88;
const GAP = 78;
const LEFT = 12;
const TOP = 58;
const HEIGHT = 250;
const LINE = 18;

/** The funnel to scale as one sheet: heights are pairs, the conversion stands between the bars with its two numbers. */
export function funnelDrawing(bars: readonly FunnelBar[]): Drawing {
  const all = Math.max(1, bars[0]?.pairs ?? 0);
  const lines = Math.max(0, ...bars.map(({ below }) => below.length));
  const half = (pairs: number) => rounded((pairs / all) * (HEIGHT / 2));
  return {
    width: LEFT * 2 + bars.length * BAR + Math.max(0, bars.length - 1) * GAP,
    height: TOP + HEIGHT + 20 + lines * LINE,
    shapes: bars.flatMap((bar, index) => {
      const x = LEFT + index * (BAR + GAP);
      const before = bars[index - 1];
      const between =
        before && bar.into
          ? conversionOf(bar.into, x - GAP, half(before.pairs), half(bar.into.numerator))
          : [];
      return [...between, ...barOf(bar, x, half(bar.pairs))];
    }),
  };
}

const MIDDLE = TOP + HEIGHT / 2;

function conversionOf(
  { numerator, denominator }: { numerator: number; denominator: number },
  x: number,
  from: number,
  to: number,
): Shape[] {
  const half = x + GAP / 2;
  const end = x + GAP;
  const upper = `M${x} ${MIDDLE - from} C${half} ${MIDDLE - from} ${half} ${MIDDLE - to} ${end} ${MIDDLE - to}`;
  const lower = `L${end} ${MIDDLE + to} C${half} ${MIDDLE + to} ${half} ${MIDDLE + from} ${x} ${MIDDLE + from} Z`;
  const text = { kind: 'text', x: half, anchor: 'middle' } as const;
  return [
    { kind: 'path', d: `${upper} ${lower}`, fill: 'flow' },
    { ...text, y: MIDDLE, text: formatPercent(numerator, denominator), tone: 'ink', size: 14, bold: true },
    {
      ...{ ...text, y: MIDDLE + 16, tone: 'ink-2', size: 11 },
      text: `${formatNumber(numerator)} / ${formatNumber(denominator)}`,
    },
  ];
}

function barOf({ name, pairs, fill, ink, sign, below }: FunnelBar, x: number, half: number): Shape[] {
  const text = { kind: 'text', x: x + BAR / 2, anchor: 'middle' } as const;
  const height = pairs === 0 ? 0 : Math.max(half * 2, 2);
  const bar: Shape[] =
    height === 0
      ? []
      : [
          {
            kind: 'rect',
            x,
            y: rounded(MIDDLE - height / 2),
            w: BAR,
            h: rounded(height),
            fill,
            stroke: 'line-2',
            round: 4,
          },
        ];
  return [
    { ...text, y: 20, text: name, tone: 'ink', size: 13 },
    { ...text, y: 42, text: formatNumber(pairs), tone: 'ink', size: 18, bold: true },
    ...bar,
    ...(height >= 16
      ? [{ ...text, y: MIDDLE + 4, text: sign, tone: ink, size: 12, bold: true } satisfies Shape]
      : []),
    ...below.map(
      (line, index): Shape => ({
        ...{ ...text, y: TOP + HEIGHT + 24 + index * LINE, tone: 'ink-2', size: 11 },
        text: line,
      }),
    ),
  ];
}
