import type { Locale } from '@/lib/core/locale';
import { nameIn, shownName } from '@/lib/core/shown-name';
import type { StageSlot } from '@/lib/timetable/schema/stage';
import type { BlackoutRow } from '@/lib/timetable/schema/wishes';
import type { FileParty } from './availability-file';
import type { Away, Paintable } from './stroke';

export const GROUPS = ['startup', 'investor', 'contact', 'table'] as const;
export type Group = (typeof GROUPS)[number];

/** A party with the names it is shown by; of a person with the firm behind it. */
export type Party = Paintable & { label: string; firm: string | null };
export type GridLine =
  | { type: 'group'; group: Group; parties: readonly Party[]; isOpen: boolean }
  | { type: 'party'; party: Party };

/** Parties in the order of their groups, with what is painted now. */
export function paintableParties(
  rows: readonly BlackoutRow[],
  away: Away,
  busy: Away,
  locale: Locale,
): Party[] {
  const names = new Map(rows.map((row) => [row.id, nameIn(row, locale)]));
  return rows.map((row) => ({
    kind: row.kind,
    id: row.id,
    away: away.get(row.id) ?? NOTHING,
    busy: busy.get(row.id) ?? NOTHING,
    label: nameIn(row, locale),
    firm: row.of ? (names.get(row.of) ?? null) : null,
  }));
}

const NOTHING: ReadonlySet<string> = new Set();

/** The lines as they are shown: a heading for each group that has anybody, its parties below it while it is open. */
export function linesOf(
  parties: readonly Party[],
  open: ReadonlySet<Group>,
  matches: (party: Party) => boolean,
): GridLine[] {
  return GROUPS.flatMap((group) => {
    const inside = parties.filter((party) => party.kind === group && matches(party));
    if (inside.length === 0) return [];
    const isOpen = open.has(group);
    const lines = isOpen ? inside.map((party): GridLine => ({ type: 'party', party })) : [];
    return [{ type: 'group' as const, group, parties: inside, isOpen }, ...lines];
  });
}

/** As a file names them: people with their firm, for two firms may each have a Kim. */
export function filePartiesOf(rows: readonly BlackoutRow[], parties: readonly Party[]): FileParty[] {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return parties.map((party) => {
    const row = rowOf.get(party.id);
    const firm = row?.of ? rowOf.get(row.of) : undefined;
    const name = row?.name ?? party.label;
    const nameEn = row?.nameEn || name;
    if (!firm) return { ...party, name, nameEn };
    return { ...party, name: `${name} (${firm.name})`, nameEn: `${nameEn} (${firm.nameEn || firm.name})` };
  });
}

type Booked = {
  startsAt: string;
  table: { id: string; name: string } | null;
  startup: { id: string; name: string; nameEn: string };
  investor: { id: string; name: string };
  participants: readonly { id: string; side: 'startup' | 'investor' }[];
};

/** By party, person or table, and by slot: whom it meets there; a table has both. */
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
