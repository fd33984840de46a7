import type { Placed } from '@/lib/solver/schema';
import type { Planned } from './facts';
import type { Mapped } from './instance';

/** From indices back to ids; what was locked stays locked, and whoever stays where they were keeps their table. */
export function seatsOf(
  { pairIds, investorIds, slotIds }: Pick<Mapped, 'pairIds' | 'investorIds' | 'slotIds'>,
  meetings: readonly Placed[],
  before: readonly Planned[],
): Planned[] {
  const was = new Map(before.map((meeting) => [meeting.pairId, meeting]));
  return meetings.flatMap(([startup, investor, slot]) => {
    const pairId = pairIds[startup * investorIds.length + investor];
    const slotId = slotIds[slot];
    if (!pairId || !slotId) return [];
    const old = was.get(pairId);
    const stays = old?.slotId === slotId;
    return [{ pairId, slotId, isLocked: stays && old.isLocked, tableId: stays ? old.tableId : null }];
  });
}
