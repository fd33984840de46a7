import { AppError } from '@/lib/core/errors';
import { done, type Refusal, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { lockPairs } from '@/lib/pair/commands/refresh';
import { type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { timetableOperations } from '../operations';
import { canPlan } from '../policy';
import type { WishWord } from '../rules/words';
import { sayWishesInput } from '../schema';
import { changedWishes } from '../schema/wishes';
import { sayWishes } from './many-wishes';

type Standing = {
  id: string;
  startupId: string;
  wish: WishWord | null;
  own: Exclude<WishWord, 'no_thanks'> | null;
};

/**
 * Enters the office's own words on many pairs, all or none; nothing is booked by it. Answers what takes them back. Refusals:
 * no_thanks_is_final; stale, where another word stands than the one that was seen.
 */
export const sayOwnWishes = programCommand({
  operation: timetableOperations.sayOwnWishes,
  input: sayWishesInput,
  output: changedWishes,
  may: canPlan,
  run: async (tx, context, { words }) => {
    const { programId } = context.scope;
    const standing = await lockWords(
      tx,
      programId,
      words.map(({ pairId }) => pairId),
    );
    const refusals = words.flatMap(({ pairId, was }, index): Refusal[] => {
      const pair = standing.get(pairId);
      if (!pair) throw new AppError('not_found', 'pair');
      if (pair.wish === 'no_thanks')
        return [{ reason: 'no_thanks_is_final', field: ['words', index, 'said'] }];
      if (pair.own === was) return [];
      return [{ reason: 'stale', field: ['words', index, 'was'], current: { said: pair.own } }];
    });
    if (refusals.length > 0) return { ok: false, refusals };
    const changes = words.filter(({ said, was }) => said !== was);
    const wishes = changes.flatMap(({ pairId, said }) => {
      const startupId = standing.get(pairId)?.startupId;
      return said && startupId ? [{ pairId, startupId, said, side: 'office' as const }] : [];
    });
    const refused = wishes.length > 0 ? await sayWishes(tx, context, wishes) : [];
    const taken = changes.filter(({ said }) => said === null).map(({ pairId }) => pairId);
    if (refused.length > 0 || !(await takeBack(tx, context, taken)))
      return refuse('no_thanks_is_final', { field: ['words'] });
    const undo = changes.map(({ pairId, said, was }) => ({ pairId, said: was, was: said }));
    return done({ changed: changes.length, undo: { words: undo } });
  },
});

/** Takes the pairs' rows for this transaction, and reads the words on them. */
async function lockWords(tx: Tx, programId: string, ids: readonly string[]): Promise<Map<string, Standing>> {
  await lockPairs(tx, programId, ids);
  const rows = await tx.$queryRaw<Standing[]>`
    select p.id, p.startup_id as "startupId", w.said as wish, w.own from pair p
    left join pair_wish(${programId}::uuid) w on w.pair_id = p.id
    where p.program_id = ${programId}::uuid and p.id = any(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** False where one of them cannot be taken back. The trail names no pair, as of any wish. */
async function takeBack(
  tx: Tx,
  { scope, record }: Context<ProgramScope>,
  ids: readonly string[],
): Promise<boolean> {
  if (ids.length === 0) return true;
  const rows = await tx.$queryRaw<{ done: boolean }[]>`
    select take_back_wish(${scope.programId}::uuid, id) as done from unnest(${ids}::uuid[]) as id`;
  for (const _ of ids) record({ subject: 'wish' });
  return rows.every(({ done }) => done);
}
