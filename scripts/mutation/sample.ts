import { randomFrom, shuffle } from '@/lib/solver/rules/random';
import type { Mutant } from './mutants';

type Drawn = Pick<Mutant, 'key' | 'folder'>;

/**
 * `size` mutants by chance, or all when there are fewer: from each folder in proportion to what it has, so that one
 * sample is like another. The same seed draws the same ones.
 */
export function drawSample<M extends Drawn>(mutants: readonly M[], size: number, seed: number): M[] {
  const folders = Object.entries(Object.groupBy(mutants, ({ folder }) => folder));
  const groups = folders.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group ?? []);
  const shares = sharesOf(
    groups.map(({ length }) => length),
    size,
  );
  const random = randomFrom(seed);
  return groups.flatMap((group, index) => {
    const order = group.map((_, position) => position);
    shuffle(order, random);
    const drawn = order.slice(0, shares[index]).sort((a, b) => a - b);
    return drawn.map((position) => group[position] as M);
  });
}

/** Whole numbers in proportion to `counts` that make up `size`: the largest remainders are rounded up. */
function sharesOf(counts: readonly number[], size: number): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (size >= all) return [...counts];
  const exact = counts.map((count) => (count * size) / all);
  const shares = exact.map(Math.floor);
  const left = size - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
