import type { ProgramScope } from '@/lib/core/scope';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import type { Tx } from '@/lib/platform/database';
import type { WishWord } from '../rules/words';

/** By pair: the strongest word of all sides, and the office's own. */
export async function listKnownWishes(
  tx: Tx,
  { programId }: ProgramScope,
): Promise<Map<string, { said: WishWord | null; own: WishWord | null }>> {
  const rows = await tx.$queryRaw<{ pairId: string; said: WishWord | null; own: WishWord | null }[]>`
    select w.pair_id as "pairId", w.said, w.own from pair_wish(${programId}::uuid) w`;
  return new Map(rows.map(({ pairId, ...words }) => [pairId, words]));
}

export type KnownSlot = { id: string; stage: MeetingStage; startsAt: Date; endsAt: Date };

/** All slots, by stage and time. */
export async function listKnownSlots(tx: Tx, { programId }: ProgramScope): Promise<KnownSlot[]> {
  const slots = await tx.slot.findMany({
    where: { programId },
    select: { id: true, stage: true, startsAt: true, endsAt: true },
    orderBy: [{ stage: 'asc' }, { startsAt: 'asc' }],
  });
  return slots as KnownSlot[];
}

/** `slot party` of all that are away; a party is a startup, an investor, a contact or a table. */
export async function listKnownBlackouts(tx: Tx, { programId }: ProgramScope): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    select slot_id || ' ' || coalesce(startup_id, investor_id, contact_id, table_id) as key from blackout
    where program_id = ${programId}::uuid`;
  return new Set(rows.map(({ key }) => key));
}
