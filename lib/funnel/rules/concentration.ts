import type { SumFigures } from './figures';

/** How few make a sum: a total without its concentration misleads. */
export type Concentration = {
  /** Startups behind the sum, of all counted. */
  startups: number;
  /** The largest one's part of the sum, as two whole numbers for a percentage; null without a sum in won. */
  largest: { numerator: number; denominator: number } | null;
};

const THOUSANDTHS = 1000n;

export function concentrationOf({
  krw,
  concentration,
}: Pick<SumFigures, 'krw' | 'concentration'>): Concentration {
  const largest = concentration[0]?.minor ?? null;
  const total = BigInt(krw?.minor ?? 0);
  if (krw === null || largest === null || total <= 0n)
    return { startups: concentration.length, largest: null };
  const rounded = (BigInt(largest) * THOUSANDTHS * 2n + total) / (total * 2n);
  return { startups: concentration.length, largest: { numerator: Number(rounded), denominator: 1000 } };
}

/** A startup's part of the largest one's, between 0 and 1, for drawing. */
export function partOfLargest(minor: number | string | null, largest: number | string | null): number {
  return minor === null || largest === null || Number(largest) <= 0 ? 0 : Number(minor) / Number(largest);
}
