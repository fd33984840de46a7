import { AppError } from '@/lib/core/errors';
import { takePermit } from './database';
import { hashSecret } from './secret';

/** `most` at once; from then on one comes back each `seconds / most`. `name` keeps one limit's counts from another's. */
export type Limit = { name: string; most: number; seconds: number };

/** One limit and whom it counts: a person's id, a source address, an address typed, or ALL of the installation. */
export type Use = readonly [limit: Limit, by: string];

export const ALL = 'all';

/** What a command or query may name: `perPerson` counts each viewer apart, `forAll` the whole installation. */
export type Limits = { perPerson?: Limit; forAll?: Limit };

export function usesOf({ perPerson, forAll }: Limits = {}, { personId }: { personId: string }): Use[] {
  return [
    ...(perPerson ? [[perPerson, personId] as const] : []),
    ...(forAll ? [[forAll, ALL] as const] : []),
  ];
}

/**
 * Takes one of each, in this order, and throws too_many with the seconds to wait at the first that has none left. Name the
 * narrow limits first: whoever is over their own takes nothing from what all share. Counted in PostgreSQL, each in a
 * statement of its own: a command that is refused or rolled back afterwards has counted, and no lock is held meanwhile.
 * Call it outside a transaction. `now` is for tests; else the database's clock counts.
 */
export async function requirePermits(uses: readonly Use[], now?: Date): Promise<void> {
  for (const [limit, by] of uses) {
    const retryAfter = await takePermit(keyOf(limit, by), limit, 1, now);
    if (retryAfter > 0) throw new AppError('too_many', limit.name, { retryAfter });
  }
}

/** Gives back what turned out not to count, such as the tries of whoever then knew the password. */
export async function returnPermits(uses: readonly Use[], now?: Date): Promise<void> {
  for (const [limit, by] of uses) await takePermit(keyOf(limit, by), limit, -1, now);
}

/** Addresses are not kept in the clear. */
function keyOf({ name }: Limit, by: string): string {
  return hashSecret(`${name}\n${by}`);
}
