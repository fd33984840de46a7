import type { ProgramScope } from '@/lib/core/scope';
import { readProfiles } from '@/lib/party/queries/known';
import { listInvestors, listStartups } from '@/lib/party/queries/parties';
import type { PartyKind } from '@/lib/party/rules';
import type { AskedParties, PartyItem } from '@/lib/party/schema';
import type { Tx } from '@/lib/platform/database';
import type { TimetableGrid } from '@/lib/timetable/schema/grid';
import type { PlacedMeeting } from '../rules/columns/meeting';
import type { ListedParty } from '../rules/columns/party';

type Page<Item> = { items: Item[]; nextCursor: string | null };

/** All pages of a list, one after another. */
export async function* pagesOf<Item>(read: (cursor?: string) => Promise<Page<Item>>): AsyncGenerator<Item[]> {
  let cursor: string | null | undefined;
  do {
    const page: Page<Item> = await read(cursor ?? undefined);
    yield page.items;
    cursor = page.nextCursor;
  } while (cursor);
}

/** One batch that is there already. */
export async function* batch<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  yield items;
}

/** Every party of a list, with what its profile says of it. */
export async function readListedParties(
  tx: Tx,
  scope: ProgramScope,
  kind: PartyKind,
  filter: AskedParties,
): Promise<ListedParty[]> {
  const list = kind === 'startup' ? listStartups : listInvestors;
  const parties: ListedParty[] = [];
  for await (const items of pagesOf<PartyItem>((cursor) =>
    list.within(tx, scope, { ...filter, limit: 500, ...(cursor ? { cursor } : {}) } as never),
  )) {
    const ids = items.map(({ id }) => id);
    const profiles = await readProfiles(tx, scope, kind, ids);
    for (const item of items) parties.push({ ...item, ...profiles.get(item.id) } as ListedParty);
  }
  return parties;
}

/** The meetings of a timetable with the names that its grid shows, in the order of slots and tables. */
export function placedMeetings(grid: TimetableGrid): PlacedMeeting[] {
  const tables = new Map(grid.tables.map((table, at) => [table.id, { table, at }]));
  const slots = new Map(grid.slots.map((slot, at) => [slot.id, { slot, at }]));
  const startups = new Map(grid.startups.map((each) => [each.id, each]));
  const investors = new Map(grid.investors.map((each) => [each.id, each]));
  const placed = grid.meetings.flatMap((meeting) => {
    const [slot, table] = [slots.get(meeting.slotId), tables.get(meeting.tableId ?? '')];
    const [startup, investor] = [startups.get(meeting.startupId), investors.get(meeting.investorId)];
    if (!slot || !startup || !investor) return [];
    const { pairId, weight, isLocked } = meeting;
    const row = { slot: slot.slot, table: table?.table ?? null, startup, investor, pairId, weight, isLocked };
    return [{ row, slot: slot.at, table: table?.at ?? -1 }];
  });
  return placed.sort((a, b) => a.slot - b.slot || a.table - b.table).map(({ row }) => row);
}
