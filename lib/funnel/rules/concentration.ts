import type { SumFigures, WireMinor } from '../schema/figures';

/** How few make a sum: a total without its concentration misleads. */
export type Concentration = {
  /** Startups behind the sum, of all counted. */
  startups: number;
  /** The largest one's part of the sum, in thousandths; null without a sum in won. */
  largest: { numerator: number; denominator: number } | null;
  /** How many startups, the largest first, make at least 50, 80 and 100 % of the sum; empty without a sum in won. */
  makes: { percent: Percent; startups: number }[];
};

export const PERCENTS = [50, 80, 100] as const;
export type Percent = (typeof PERCENTS)[number];
const THOUSANDTHS = 1000n;

/** The largest share is of the sum as it is told; how many make it, of its shares, each rounded to whole won. */
export function concentrationOf({
  krw,
  concentration,
}: Pick<SumFigures, 'krw' | 'concentration'>): Concentration {
  const shares = concentration.map(({ minor }) => minor);
  const total = BigInt(krw?.minor ?? 0);
  if (krw === null || total <= 0n || !shares.every((minor) => minor !== null))
    return { startups: concentration.length, largest: null, makes: [] };
  const largest = BigInt(shares[0] ?? 0);
  const rounded = (largest * THOUSANDTHS * 2n + total) / (total * 2n);
  return {
    startups: concentration.length,
    largest: { numerator: Number(rounded), denominator: 1000 },
    makes: PERCENTS.map((percent) => ({ percent, startups: fewestFor(percent, shares) })),
  };
}

/** The smallest number of shares that add up to `percent` of all of them; those of nothing are never needed. */
export function fewestFor(percent: number, shares: readonly WireMinor[]): number {
  const sorted = shares.map(BigInt).sort((a, b) => (a > b ? -1 : a < b ? 1 : 0));
  const all = sorted.reduce((sum, minor) => sum + minor, 0n);
  let sum = 0n;
  let count = 0;
  while (sum * 100n < all * BigInt(percent)) {
    sum += sorted[count] ?? 0n;
    count += 1;
  }
  return count;
}

/** A startup's part of the largest one's, between 0 and 1, for drawing. */
export function partOfLargest(minor: WireMinor | null, largest: WireMinor | null): number {
  return minor === null || largest === null || Number(largest) <= 0 ? 0 : Number(minor) / Number(largest);
}
