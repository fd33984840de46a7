import type { MeetingStage } from '@/lib/pair/rules/stages';
import type { Tx } from '@/lib/platform/database';
import { type Busy, put } from './live';

export type Painted = {
  slotId: string;
  startupId: string | null;
  investorId: string | null;
  contactId: string | null;
  tableId: string | null;
};

export async function loadPainted(tx: Tx, programId: string, stage: MeetingStage): Promise<Painted[]> {
  return tx.blackout.findMany({
    where: { programId, slot: { stage } },
    select: { slotId: true, startupId: true, investorId: true, contactId: true, tableId: true },
  });
}

/** What was painted and what is busy, by party and table. A person's blackout is the party's where nobody else is left. */
export async function loadAway(
  tx: Tx,
  programId: string,
  stage: MeetingStage,
  busy: Busy,
): Promise<{ away: Map<string, Set<string>>; soleContacts: Map<string, string> }> {
  const soleContacts = await loadSoleContacts(tx, programId);
  const away: Busy = new Map([...busy].map(([id, slots]) => [id, new Set(slots)]));
  for (const row of await loadPainted(tx, programId, stage)) {
    const party = row.contactId ? soleContacts.get(row.contactId) : undefined;
    const id = row.startupId ?? row.investorId ?? row.tableId ?? party;
    if (id) put(away, id, row.slotId);
  }
  return { away, soleContacts };
}

async function loadSoleContacts(tx: Tx, programId: string): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; party: string }[]>`
    select min(id::text) as id, coalesce(startup_id, investor_id) as party from contact
    where program_id = ${programId}::uuid and archived_at is null
    group by coalesce(startup_id, investor_id) having count(*) = 1`;
  return new Map(rows.map(({ id, party }) => [id, party]));
}
