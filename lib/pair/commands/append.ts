import { AppError } from '@/lib/core/errors';
import { done, type Refusal, type Result, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import { findPairItems } from '../queries/item';
import type { MovedPair } from '../schema';
import { type LockedPair, lockPairs, refreshPair } from './refresh';

/** A pair with the version that whoever changes it saw. */
type Seen = { pairId: string; version: number };
/** Judges one locked pair and writes the entry of its log; answers the entry's id. */
type Append = (pair: LockedPair) => Promise<Result<string>>;

/**
 * Appends one entry to the log of each pair, all or none, and answers the pairs in the order given. Every pair that is
 * refused is named, by its place in `pairs`. Refusals: stale, and those of `append`.
 */
export async function appendToMany(
  tx: Tx,
  scope: ProgramScope,
  seen: readonly Seen[],
  append: Append,
): Promise<Result<MovedPair[]>> {
  const ids = seen.map(({ pairId }) => pairId);
  const locked = await lockPairs(tx, scope.programId, ids);
  const stale = seen.filter(({ pairId, version }) => locked.get(pairId)?.version !== version);
  const now = await findPairItems(
    tx,
    scope,
    stale.map(({ pairId }) => pairId),
  );
  const current = new Map(now.map((item) => [item.id, item]));
  const eventIds: string[] = [];
  const refusals: Refusal[] = [];
  for (const [index, { pairId }] of seen.entries()) {
    const pair = locked.get(pairId) as LockedPair;
    const result = current.has(pairId)
      ? refuse('stale', { field: ['version'], current: current.get(pairId) })
      : await append(pair);
    if (result.ok) {
      await refreshPair(tx, scope.programId, pairId);
      eventIds.push(result.value);
    } else
      for (const refusal of result.refusals)
        refusals.push({ ...refusal, field: ['pairs', index, ...(refusal.field ?? [])] });
  }
  if (refusals.length > 0) return { ok: false, refusals };
  const items = await findPairItems(tx, scope, ids);
  return done(items.map((pair, index) => ({ pair, eventId: eventIds[index] ?? '' })));
}

/** The same for one pair: its refusals stand at the fields of the input itself. */
export async function appendToOne(
  tx: Tx,
  scope: ProgramScope,
  seen: Seen,
  append: Append,
): Promise<Result<MovedPair>> {
  const result = await appendToMany(tx, scope, [seen], append);
  if (!result.ok) {
    const refusals = result.refusals.map((each) => ({ ...each, field: each.field?.slice(2) ?? [] }));
    return { ok: false, refusals };
  }
  const [moved] = result.value;
  if (!moved) throw new AppError('internal', 'an entry without its pair');
  return done(moved);
}
