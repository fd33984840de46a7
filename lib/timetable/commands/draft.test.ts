import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { bookMeeting } from '@/lib/meeting/commands/book';
import { asViewer } from '@/lib/platform/database';
import { explainRefusals } from '@/lib/platform/explain';
import { accepted, BEFORE, fourPairs, mainDay, reasonsOf } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { getGrid } from '../queries/grid';
import { getLegalTargets } from '../queries/targets';
import { fixTable, paintBlackouts } from './blackouts';
import { createDraft, discardDraft, renameDraft, restoreDraft } from './draft';
import { lockMeetings, moveInDraft, placeMeeting, removeFromDraft, swapMeetings } from './place';
import { sayWish } from './wishes';

const database = ownDatabase();

const stage = 'main_session';

async function opened() {
  const world = await smallProgram(database.ownerUrl);
  const slots = await mainDay(world);
  const officer = world.as('officer');
  const draft = accepted(await createDraft(officer, { stage, from: null }, { now: BEFORE }));
  return { world, officer, slots, ...draft };
}
type Opened = Awaited<ReturnType<typeof opened>>;
const at = ({ timetableId, slots }: Opened, version: number, pairId: string, slot: number) => ({
  timetableId,
  version,
  pairId,
  slotId: slots[slot] as string,
});
const wordsOf = (result: { ok: boolean; refusals?: readonly never[] }, locale: 'ko' | 'en') =>
  explainRefusals('timetable.place', result.refusals ?? [], locale).map(({ message }) => message);

describe('a draft', () => {
  test('begins empty, with the meetings as they are booked, or as another timetable', async () => {
    const { world, officer } = await opened();
    const pairId = fourPairs(world).one;
    const booking = { startsAt: '2023-04-28T18:30:00Z', endsAt: '2023-04-28T18:55:00Z', table: world.table6 };
    accepted(await bookMeeting(officer, { pairId, stage, ...booking }, { now: BEFORE }));
    const booked = accepted(await createDraft(officer, { stage, name: '지금대로' }));
    const grid = await getGrid(officer, { timetableId: booked.timetableId });
    expect(grid.meetings.map((meeting) => [meeting.pairId, meeting.tableId, meeting.state])).toEqual([
      [pairId, world.table6, 'scheduled'],
    ]);
    const empty = accepted(await createDraft(officer, { stage, from: null }));
    expect((await getGrid(officer, { timetableId: empty.timetableId })).meetings).toEqual([]);
    const copy = accepted(await createDraft(officer, { stage, from: booked.timetableId }));
    expect((await getGrid(officer, { timetableId: copy.timetableId })).figures.placed).toBe(1);
  });

  test('takes a pair into a slot and says where it sits; the same pair not twice', async () => {
    const day = await opened();
    const { one } = fourPairs(day.world);
    const placed = accepted(await placeMeeting(day.officer, at(day, 1, one, 0)));
    expect(placed.version).toBe(2);
    const { meetings, unplaced, figures } = await getGrid(day.officer, { timetableId: day.timetableId });
    expect(meetings).toMatchObject([{ pairId: one, slotId: day.slots[0], tableId: day.world.table6 }]);
    expect(unplaced).toHaveLength(3);
    expect(figures).toMatchObject({ placed: 1, wishes: 4, wishesPlaced: 1, seats: 6 });
    expect(reasonsOf(await placeMeeting(day.officer, at(day, 2, one, 1)))).toEqual(['placed_already']);
  });

  test('says in both languages who meets whom then', async () => {
    const day = await opened();
    const { one, two } = fourPairs(day.world);
    accepted(await placeMeeting(day.officer, at(day, 1, one, 0)));
    const korean = await placeMeeting(day.officer, at(day, 2, two, 0));
    expect(reasonsOf(korean)).toEqual(['startup_meets']);
    expect(wordsOf(korean as never, 'ko')).toEqual(['스텝원은 14:30 EDT에 Firm 7과 만납니다.']);
  });

  test('refuses who is away, a taken table, and a table too many', async () => {
    const day = await opened();
    const { world, officer } = day;
    const { one, three, four } = fourPairs(world);
    const party = { kind: 'investor', id: world.firm7 };
    accepted(
      await paintBlackouts(officer, {
        stage,
        paints: [{ party, slotIds: [day.slots[1] as string], away: true }],
      }),
    );
    expect(reasonsOf(await placeMeeting(officer, at(day, 1, one, 1)))).toEqual(['investor_away']);
    accepted(await placeMeeting(officer, at(day, 1, one, 0)));
    const taken = { ...at(day, 2, four, 0), tableId: world.table6 };
    expect(reasonsOf(await placeMeeting(officer, taken))).toEqual(['table_taken']);
    const table = { kind: 'table', id: world.table7 };
    accepted(
      await paintBlackouts(officer, {
        stage,
        paints: [{ party: table, slotIds: [day.slots[0] as string], away: true }],
      }),
    );
    expect(reasonsOf(await placeMeeting(officer, at(day, 2, four, 0)))).toEqual(['no_table_left']);
    expect(reasonsOf(await placeMeeting(officer, at(day, 2, three, 0)))).toEqual(['investor_meets']);
  });

  test('a stroke over several parties is painted whole or not at all', async () => {
    const day = await opened();
    const { world, officer } = day;
    const slotIds = [day.slots[0] as string];
    const ours = { party: { kind: 'startup', id: world.stepOne }, slotIds, away: true };
    const theirs = { ...ours, party: { kind: 'investor', id: world.stepOne } };
    await expect(paintBlackouts(officer, { stage, paints: [ours, theirs] })).rejects.toMatchObject({
      code: 'not_found',
    });
    const { one } = fourPairs(world);
    accepted(await placeMeeting(officer, at(day, 1, one, 0)));
    const both = [ours, { ...ours, party: { kind: 'investor', id: world.firm7 } }];
    expect(accepted(await paintBlackouts(officer, { stage, paints: both }))).toEqual({ changed: 2 });
  });

  test('a person who is alone blacks out the firm, one of several does not', async () => {
    const day = await opened();
    const { world, officer } = day;
    const { one, three } = fourPairs(world);
    const slotIds = [day.slots[0] as string];
    const dana = { kind: 'contact', id: world.dana };
    accepted(await paintBlackouts(officer, { stage, paints: [{ party: dana, slotIds, away: true }] }));
    expect(reasonsOf(await placeMeeting(officer, at(day, 1, one, 0)))).toEqual(['investor_away']);
    const { addContact } = await import('@/lib/party/commands/contacts');
    accepted(await addContact(officer, { investorId: world.firm7, name: 'Second Partner' }));
    accepted(await placeMeeting(officer, at(day, 1, three, 0)));
  });

  test('a no-thanks is told as "these two do not meet", not whose it is', async () => {
    const day = await opened();
    const { one } = fourPairs(day.world);
    accepted(await sayWish(day.world.as('startup'), { pairId: one, said: 'no_thanks' }));
    const refused = await placeMeeting(day.officer, at(day, 1, one, 0));
    expect(refused).toEqual({
      ok: false,
      refusals: [{ reason: 'does_not_meet', field: ['pairId'] }],
    });
  });

  test('a meeting that moves keeps its table, unless one side has a table of its own', async () => {
    const day = await opened();
    const { world, officer, timetableId } = day;
    const { one } = fourPairs(world);
    const tableOf = async () =>
      (await getGrid(officer, { timetableId })).meetings.find(({ pairId }) => pairId === one)?.tableId;
    accepted(await placeMeeting(officer, { ...at(day, 1, one, 0), tableId: world.table7 }));
    accepted(await moveInDraft(officer, at(day, 2, one, 1)));
    expect(await tableOf()).toBe(world.table7);
    await database.owner.query(
      `insert into fixed_table (id, program_id, stage, investor_id, table_id) values (gen_random_uuid(), $1, $2, $3, $4)`,
      [world.programId, stage, world.firm7, world.table6],
    );
    accepted(await moveInDraft(officer, at(day, 3, one, 2)));
    expect(await tableOf()).toBe(world.table6);
  });

  test('moves, swaps, removes; a locked meeting stays', async () => {
    const day = await opened();
    const { world, officer, timetableId, slots } = day;
    const { one, two } = fourPairs(world);
    accepted(await placeMeeting(officer, at(day, 1, one, 0)));
    accepted(await placeMeeting(officer, at(day, 2, two, 1)));
    accepted(await swapMeetings(officer, { timetableId, version: 3, pairId: one, withPairId: two }));
    const slotOf = async (pairId: string) =>
      (await getGrid(officer, { timetableId })).meetings.find((m) => m.pairId === pairId)?.slotId;
    expect([await slotOf(one), await slotOf(two)]).toEqual([slots[1], slots[0]]);
    accepted(await moveInDraft(officer, at(day, 4, one, 2)));
    expect(await slotOf(one)).toBe(slots[2]);
    accepted(await lockMeetings(officer, { timetableId, version: 5, locked: true, pairIds: [one] }));
    expect(reasonsOf(await moveInDraft(officer, at(day, 6, one, 1)))).toEqual(['is_locked']);
    expect(reasonsOf(await removeFromDraft(officer, { timetableId, version: 6, pairId: one }))).toEqual([
      'is_locked',
    ]);
    accepted(await removeFromDraft(officer, { timetableId, version: 6, pairId: two }));
    expect(await slotOf(two)).toBeUndefined();
  });

  test('two editors of one draft: the second is told and nothing of theirs is lost or written', async () => {
    const day = await opened();
    const { one, four } = fourPairs(day.world);
    accepted(await placeMeeting(day.officer, at(day, 1, one, 0)));
    const second = await placeMeeting(day.world.as('admin'), at(day, 1, four, 1));
    expect(reasonsOf(second)).toEqual(['stale']);
    expect(second.ok || second.refusals[0]?.current).toMatchObject({ version: 2, placed: 1 });
  });

  test('is renamed, discarded and brought back', async () => {
    const { officer, timetableId } = await opened();
    accepted(await renameDraft(officer, { timetableId, version: 1, name: '둘째 안' }));
    accepted(await discardDraft(officer, { timetableId, version: 2 }));
    expect(reasonsOf(await renameDraft(officer, { timetableId, version: 3, name: 'x' }))).toEqual([
      'not_a_draft',
    ]);
    accepted(await restoreDraft(officer, { timetableId, version: 3 }));
    accepted(await renameDraft(officer, { timetableId, version: 4, name: '셋째 안' }));
  });

  test('legal targets agree with what placing accepts, slot by slot', async () => {
    const day = await opened();
    const { world, officer, timetableId } = day;
    const { one, two } = fourPairs(world);
    accepted(
      await fixTable(officer, {
        stage,
        party: { kind: 'startup', id: world.stepOne },
        tableId: world.table7,
      }),
    );
    accepted(await placeMeeting(officer, at(day, 1, one, 1)));
    const { targets } = await getLegalTargets(officer, { timetableId, pairId: two });
    expect(targets.map(({ tableId, block }) => block?.reason ?? tableId)).toEqual([
      world.table7,
      'startup_meets',
      world.table7,
    ]);
    let version = 2;
    for (const [slot, { block }] of targets.entries()) {
      const result = await placeMeeting(officer, at(day, version, two, slot));
      expect(reasonsOf(result)).toEqual(block ? [block.reason] : []);
      if (!result.ok) continue;
      version = accepted(
        await removeFromDraft(officer, { timetableId, version: version + 1, pairId: two }),
      ).version;
    }
  });
});

describe('the referee of drafts', () => {
  test('two meetings of a startup, an investor or a table in one slot are refused by the database itself', async () => {
    const day = await opened();
    const { world, officer, timetableId, slots } = day;
    const { one, two, three, four } = fourPairs(world);
    const insert = (pairId: string, startupId: string, investorId: string, tableId: string) =>
      asViewer(officer, (tx) =>
        tx.timetableMeeting.create({
          data: {
            ...{ programId: world.programId, timetableId, pairId, startupId, investorId, tableId },
            slotId: slots[0] as string,
            startsAt: '2023-04-28T18:30:00Z',
            endsAt: '2023-04-28T18:55:00Z',
          },
        }),
      );
    await insert(one, world.stepOne, world.firm7, world.table6);
    await expect(insert(two, world.stepOne, world.harbor, world.table7)).rejects.toThrow();
    await expect(insert(three, world.rival, world.firm7, world.table7)).rejects.toThrow();
    await expect(insert(four, world.rival, world.harbor, world.table6)).rejects.toThrow();
    await insert(four, world.rival, world.harbor, world.table7);
  });

  test('a draft of nobody is not found', async () => {
    const { officer } = await opened();
    await expect(discardDraft(officer, { timetableId: randomUUID(), version: 1 })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
