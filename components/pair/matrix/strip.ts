import { cellAt } from '@/lib/pair/rules/cells';
import { toneOfPair } from '../stage-tone';

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
