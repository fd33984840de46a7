import { CELL_WIDTH, type Cell, cellAt } from '@/lib/pair/rules/cells';
import { isClosed, STAGES } from '@/lib/pair/rules/stages';
import type { PairMatrix } from '@/lib/pair/schema/figures';
import { toneOfPair } from '../stage-tone';

/** What the squares of one row, of one column, or of all add up to; only pairs the filter keeps are counted. */
export type Tally = {
  pairs: number;
  /** Pairs with the words searched for in a name. */
  named: number;
  reachedMain: number;
  followUp: number;
  closed: number;
  /** Invested, then open in the fourth stage down to the first: compared from the left, it says who is further. */
  advance: number[];
};

export type Tallies = { rows: Tally[]; columns: Tally[]; all: Tally; tones: ReadonlyMap<string, number> };

function emptyTally(): Tally {
  return { pairs: 0, named: 0, reachedMain: 0, followUp: 0, closed: 0, advance: [0, 0, 0, 0, 0] };
}

export function tallyMatrix({ rows, investors }: Pick<PairMatrix, 'rows' | 'investors'>): Tallies {
  const columns = investors.map(emptyTally);
  const all = emptyTally();
  const tones = new Map<string, number>();
  const lines = rows.map((codes) => {
    const line = emptyTally();
    columns.forEach((column, index) => {
      const cell = codes.length >= (index + 1) * CELL_WIDTH ? cellAt(codes, index) : null;
      if (!cell) return;
      for (const tally of [line, column, all]) count(tally, cell);
      const tone = toneOfPair(cell.stage, cell.status);
      if (cell.matches) tones.set(tone, (tones.get(tone) ?? 0) + 1);
    });
    return line;
  });
  return { rows: lines, columns, all, tones };
}

function count(tally: Tally, { stage, status, matches, named, reachedMain }: Cell): void {
  if (named) tally.named += 1;
  if (!matches) return;
  tally.pairs += 1;
  if (reachedMain) tally.reachedMain += 1;
  if (isClosed(status)) tally.closed += 1;
  if (stage === 'follow_up' && status === 'open') tally.followUp += 1;
  const step = status === 'invested' ? 0 : isClosed(status) ? -1 : STAGES.length - STAGES.indexOf(stage);
  const before = tally.advance[step];
  if (before !== undefined) tally.advance[step] = before + 1;
}

/** Negative when `a` is further than `b`. */
export function compareAdvance(a: Tally, b: Tally): number {
  for (const [step, count] of a.advance.entries()) {
    const difference = (b.advance[step] ?? 0) - count;
    if (difference !== 0) return difference;
  }
  return 0;
}
