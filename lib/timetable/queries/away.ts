import type { MeetingStage } from '@/lib/pair/rules/stages';
import type { Tx } from '@/lib/platform/database';
import type { LiveMeeting } from '../rules/facts';
import type { StageSlot } from '../schema/stage';

type Row = {
  meetingId: string;
  version: number;
  pairId: string;
  startupId: string;
  investorId: string;
  tableId: string | null;
  stage: MeetingStage;
  state: LiveMeeting['state'];
  startsAt: Date;
  endsAt: Date;
};

/** Party or table to the slots that a meeting outside the grid takes. */
export type Busy = Map<string, Set<string>>;

/**
 * The meetings of the stage that stand in its grid, one a pair; every other meeting that touches a slot (of another
 * stage, at a time of its own, a pair's second one) keeps its people and its table busy there.
 */
export async function loadMeetings(
  tx: Tx,
  programId: string,
  stage: MeetingStage,
  slots: readonly StageSlot[],
): Promise<{ live: LiveMeeting[]; busy: Busy }> {
  const first = slots[0];
  const last = slots.at(-1);
  if (!first || !last) return { live: [], busy: new Map() };
  const rows = await tx.$queryRaw<Row[]>`
    select id as "meetingId", version, pair_id as "pairId", startup_id as "startupId", investor_id as "investorId",
      table_id as "tableId", stage, state, starts_at as "startsAt", ends_at as "endsAt"
    from meeting
    where program_id = ${programId}::uuid and state <> 'cancelled'
      and starts_at < ${new Date(last.endsAt)} and ends_at > ${new Date(first.startsAt)}
    order by starts_at, id`;
  const slotAt = new Map(slots.map((slot) => [`${slot.startsAt} ${slot.endsAt}`, slot.id]));
  const live: LiveMeeting[] = [];
  const busy: Busy = new Map();
  const seen = new Set<string>();
  for (const row of rows) {
    const slotId = slotAt.get(`${row.startsAt.toISOString()} ${row.endsAt.toISOString()}`);
    if (slotId && row.stage === stage && !seen.has(row.pairId)) {
      seen.add(row.pairId);
      const { meetingId, version, pairId, tableId, state } = row;
      live.push({ meetingId, version, pairId, slotId, tableId, state });
    } else if (row.state !== 'no_show') {
      const ids = [row.startupId, row.investorId, row.tableId].filter((id) => id !== null);
      for (const slot of slots) if (touches(row, slot)) for (const id of ids) put(busy, id, slot.id);
    }
  }
  return { live: withoutRefilled(live, rows), busy };
}

/** A place that a no-show left and somebody else was given since counts as theirs alone. */
function withoutRefilled(live: LiveMeeting[], rows: readonly Row[]): LiveMeeting[] {
  const row = new Map(rows.map((each) => [each.meetingId, each]));
  const seats = ({ meetingId, slotId, tableId }: LiveMeeting) =>
    [row.get(meetingId)?.startupId, row.get(meetingId)?.investorId, tableId].map((id) => `${id} ${slotId}`);
  const standing = live.filter(({ state }) => state !== 'no_show');
  const taken = new Set(
    standing.flatMap((meeting) => (meeting.tableId ? seats(meeting) : seats(meeting).slice(0, 2))),
  );
  return live.filter(
    (meeting) => meeting.state !== 'no_show' || !seats(meeting).some((seat) => taken.has(seat)),
  );
}

function touches(row: Row, slot: StageSlot): boolean {
  return row.startsAt < new Date(slot.endsAt) && row.endsAt > new Date(slot.startsAt);
}

function put(sets: Map<string, Set<string>>, id: string, slotId: string): void {
  const set = sets.get(id);
  if (set) set.add(slotId);
  else sets.set(id, new Set([slotId]));
}

type Painted = {
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
