import { shownScore } from './score';

/** Into so many groups scored pairs are put. */
const TENTHS = 10;

/** A scored pair, and what became of it after the day of its score. */
export type ScoredPair = { pairId: string; points: number; isWished: boolean; isMet: boolean };
type Money = { pairId: string; rung: string; currency: string; minor: bigint };
type Sum = { rung: string; currency: string; minor: string; pairs: number };
type TenthFigures = {
  tenth: number;
  scores: { from: number; to: number } | null;
  pairs: number;
  wished: number;
  met: number;
  amounts: Sum[];
};

/**
 * The tenth of each score, 1 the best, 10 the lowest: by how many pairs have a higher one. Equal scores stay together, so
 * that the groups may differ in size and one may be empty.
 */
export function tenthsOf(points: readonly number[]): number[] {
  const sorted = points.toSorted((a, b) => b - a);
  const higher = new Map<number, number>();
  for (const [at, each] of sorted.entries()) if (!higher.has(each)) higher.set(each, at);
  return points.map((each) => 1 + Math.floor((TENTHS * (higher.get(each) ?? 0)) / points.length));
}

/** The ten groups with their counts, and their money by rung and currency. */
export function summarizeTenths(standings: readonly ScoredPair[], money: readonly Money[]): TenthFigures[] {
  const tenths = tenthsOf(standings.map(({ points }) => points));
  const groups = Array.from({ length: TENTHS }, (_, at) =>
    standings.filter((_, index) => tenths[index] === at + 1),
  );
  const home = new Map(groups.flatMap((group, at) => group.map(({ pairId }) => [pairId, at] as const)));
  return groups.map((group, at) => {
    const scores = group.map(({ points }) => shownScore(points));
    return {
      tenth: at + 1,
      scores: scores.length > 0 ? { from: lowest(scores), to: highest(scores) } : null,
      pairs: group.length,
      wished: group.filter(({ isWished }) => isWished).length,
      met: group.filter(({ isMet }) => isMet).length,
      amounts: sumsOf(money.filter(({ pairId }) => home.get(pairId) === at)),
    };
  });
}

const lowest = (scores: readonly number[]) => scores.reduce((a, b) => Math.min(a, b));
const highest = (scores: readonly number[]) => scores.reduce((a, b) => Math.max(a, b));

/** By rung and currency, in the order in which they come; neither is ever added to another. */
function sumsOf(money: readonly Money[]): Sum[] {
  const sums = new Map<string, { rung: string; currency: string; minor: bigint; pairs: number }>();
  for (const { rung, currency, minor } of money) {
    const key = `${rung} ${currency}`;
    const sum = sums.get(key) ?? { rung, currency, minor: 0n, pairs: 0 };
    sums.set(key, { ...sum, minor: sum.minor + minor, pairs: sum.pairs + 1 });
  }
  return [...sums.values()].map((sum) => ({ ...sum, minor: String(sum.minor) }));
}
