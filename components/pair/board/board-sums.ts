import { isLeftOut } from '@/lib/amount/rules';
import { LIVE_RUNGS, type LiveRung } from '@/lib/pair/rules/item';
import { isClosed, STAGES, type Stage } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';

/** A column of the board: a stage's pairs that are not closed, or all that are. */
export type ColumnKey = Stage | 'closed';
const COLUMNS: readonly ColumnKey[] = [...STAGES, 'closed'];

export function columnOf({ stage, status }: Pick<PairItem, 'stage' | 'status'>): ColumnKey {
  return isClosed(status) ? 'closed' : stage;
}

export function toColumns(pairs: readonly PairItem[]): Record<ColumnKey, PairItem[]> {
  const columns = Object.fromEntries(COLUMNS.map((key) => [key, [] as PairItem[]])) as Record<
    ColumnKey,
    PairItem[]
  >;
  for (const pair of pairs) columns[columnOf(pair)].push(pair);
  return columns;
}

export type RungLine = { rung: LiveRung; lines: { currency: string; minor: bigint }[] };

/**
 * Money of a list of pairs: a line a rung, in it a sum a currency, the program's own first; nothing across either. Talk
 * of closed pairs is left out, or with `leftOut` it is all that is summed.
 */
export function sumsOf(pairs: readonly PairItem[], base: string, { leftOut = false } = {}): RungLine[] {
  const sums = new Map<LiveRung, Map<string, bigint>>();
  for (const { amounts, status } of pairs) {
    for (const { rung, currency, minor } of amounts) {
      if (isLeftOut(rung, isClosed(status)) !== leftOut) continue;
      const ofRung = sums.get(rung) ?? new Map<string, bigint>();
      sums.set(rung, ofRung.set(currency, (ofRung.get(currency) ?? 0n) + BigInt(minor)));
    }
  }
  return LIVE_RUNGS.flatMap((rung) => {
    const ofRung = sums.get(rung);
    if (!ofRung) return [];
    const lines = [...ofRung].map(([currency, minor]) => ({ currency, minor }));
    lines.sort(
      (a, b) =>
        Number(b.currency === base) - Number(a.currency === base) || (a.currency < b.currency ? -1 : 1),
    );
    return [{ rung, lines }];
  });
}
