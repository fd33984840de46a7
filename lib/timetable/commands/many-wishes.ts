import { AppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import type { Context } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import type { WISH_SIDES, WishWord } from '../rules/words';

export type WishSide = (typeof WISH_SIDES)[number];
/** The word of one side for a pair whose row this transaction holds. */
export type SaidWish = { pairId: string; startupId: string; side: WishSide; said: WishWord };

/**
 * Enters wishes. The audit trail keeps that a wish was entered, not of which pair nor what, and of a no-thanks not by whom: it
 * is private. Answers the pairs that are not to meet, which is final.
 */
export async function sayWishes(
  tx: Tx,
  { scope, viewer, now, record }: Context<ProgramScope>,
  wishes: readonly SaidWish[],
): Promise<string[]> {
  const refused = await tx.$queryRaw<{ pairId: string }[]>`
    select "pairId" from say_wishes(${scope.programId}::uuid, ${JSON.stringify(wishes)}::jsonb, ${now}, ${viewer.personId}::uuid)`;
  const isRefused = new Set(refused.map(({ pairId }) => pairId));
  for (const { pairId, said } of wishes)
    if (!isRefused.has(pairId)) record({ subject: 'wish', unnamed: said === 'no_thanks' });
  return [...isRefused];
}

type Weighed = { pairId: string; startupId: string; weight: number | null };

/** Gives pairs whose rows this transaction holds the office's own weight, 1 to 5, or (null) gives them back to the evidence. */
export async function keepWeights(
  tx: Tx,
  { scope, viewer, now, record }: Context<ProgramScope>,
  weights: readonly Weighed[],
): Promise<void> {
  const { programId } = scope;
  const freed = weights.filter(({ weight }) => weight === null).map(({ pairId }) => pairId);
  if (freed.length > 0) await tx.pairWeight.deleteMany({ where: { programId, pairId: { in: freed } } });
  const given = weights.filter(({ weight }) => weight !== null);
  const written = await tx.$executeRaw`
    insert into pair_weight as x (program_id, startup_id, pair_id, weight, at, by_id)
    select ${programId}::uuid, w."startupId", w."pairId", w.weight, ${now}, ${viewer.personId}::uuid
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as w("pairId" uuid, "startupId" uuid, weight smallint)
    on conflict (program_id, pair_id) do update set weight = excluded.weight, at = excluded.at, by_id = excluded.by_id`;
  if (written !== given.length) throw new AppError('internal', 'a weight was not written');
  for (const { pairId, startupId, weight } of weights)
    record({ subject: 'pair', subjectId: pairId, pairId, startupId, detail: { weight } });
}
