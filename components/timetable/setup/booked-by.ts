import type { Locale } from '@/lib/core/locale';
import { shownName } from '@/lib/core/shown-name';
import type { StageSlot } from '@/lib/timetable/schema/stage';

type Booked = {
  startsAt: string;
  table: { id: string; name: string } | null;
  startup: { id: string; name: string; nameEn: string };
  investor: { id: string; name: string };
  participants: readonly { id: string; side: 'startup' | 'investor' }[];
};

/** By party, person or table, and by slot: whom it meets there; a table tells both. */
export function bookedBy(
  meetings: readonly Booked[],
  slots: readonly StageSlot[],
  locale: Locale,
): Record<string, Record<string, string>> {
  const slotAt = new Map(slots.map((slot) => [Date.parse(slot.startsAt), slot.id]));
  const booked: Record<string, Record<string, string>> = {};
  for (const { startsAt, table, startup, investor, participants } of meetings) {
    const slot = slotAt.get(Date.parse(startsAt));
    if (!slot) continue;
    const name = shownName(startup, locale);
    const firm = shownName(investor, locale);
    const put = (id: string, who: string) => {
      booked[id] = { ...booked[id], [slot]: who };
    };
    put(startup.id, firm);
    put(investor.id, name);
    if (table) put(table.id, `${name} × ${firm}`);
    for (const { id, side } of participants) put(id, side === 'startup' ? firm : name);
  }
  return booked;
}
