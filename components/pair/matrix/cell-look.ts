import { RAMP_SIGNS, type RampTone } from '@/components/ui/ramp-tile';
import { cellAt, type MatrixCell } from '@/lib/pair/rules/cells';
import { toneOfPair } from '../stage-tone';

/** How a square looks and what is read out for it. */
export type Look = { tone: RampTone; sign: string; money: boolean; outside: boolean; label: string };
export type CellWords = {
  stage: (stage: MatrixCell['stage']) => string;
  status: (status: MatrixCell['status']) => string;
  money: string;
  outside: string;
  none: string;
};

/** A look for each code, made once: a cohort of thousands has a few dozen different squares. */
export function lookMaker(words: CellWords): (codes: string, column: number) => Look {
  const known = new Map<string, Look>();
  return (codes, column) => {
    const code = codes.slice(column * 2, column * 2 + 2);
    const look = known.get(code) ?? lookOf(cellAt(code, 0), words);
    known.set(code, look);
    return look;
  };
}

function lookOf(cell: MatrixCell | null, words: CellWords): Look {
  if (!cell) return { tone: '0', sign: '', money: false, outside: true, label: words.none };
  const tone = toneOfPair(cell.stage, cell.status);
  // What is seen is part of what is heard: who says "2" by voice means this square.
  const digit = /\d/.test(RAMP_SIGNS[tone]) ? `${RAMP_SIGNS[tone]} ` : '';
  const label = [
    digit + words.stage(cell.stage),
    cell.status === 'open' ? '' : words.status(cell.status),
    cell.money ? words.money : '',
    cell.matches ? '' : words.outside,
  ];
  return {
    tone,
    sign: RAMP_SIGNS[tone],
    money: cell.money,
    outside: !cell.matches,
    label: label.filter(Boolean).join(', '),
  };
}

/** The token of each tone; what is closed is drawn as a line's grey, what is held as its own. */
const COLOURS = {
  '0': '--stage-0',
  '1': '--stage-1',
  '2': '--stage-2',
  '3': '--stage-3',
  '4': '--stage-4',
  invested: '--stage-invested',
  closed: '--line-2',
  held: '--line-3',
} as const;

/** A row of squares as one background: hard stops of a gradient, neighbours of one colour drawn together. */
export function stripOf(codes: string, columns: readonly number[]): string {
  const width = 100 / Math.max(1, columns.length);
  const stops: string[] = [];
  let from = 0;
  columns.forEach((column, place) => {
    const next = columns[place + 1];
    const colour = colourOf(codes, column);
    if (next !== undefined && colourOf(codes, next) === colour) return;
    const [start, end] = [from * width, (place + 1) * width];
    stops.push(`var(${colour}) ${start.toFixed(2)}% ${end.toFixed(2)}%`);
    from = place + 1;
  });
  return stops.length > 0 ? `linear-gradient(90deg, ${stops.join(', ')})` : 'none';
}

function colourOf(codes: string, column: number): string {
  const cell = cellAt(codes, column);
  return COLOURS[cell?.matches ? toneOfPair(cell.stage, cell.status) : '0'];
}
