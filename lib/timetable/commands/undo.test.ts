import { describe, expect, test } from 'vitest';
import { changeStatus } from '@/lib/pair/commands/status';
import { archiveStartup, restoreStartup } from '@/lib/party/commands/parties';
import { asViewer } from '@/lib/platform/database';
import { explainRefusals } from '@/lib/platform/explain';
import { archiveTable, restoreTable } from '@/lib/program/commands/tables';
import { accepted, BEFORE, mainDay, reasonsOf } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { getOverview } from '../queries/overview';
import type { ChangedDraft } from '../schema/stage';
import { createDraft } from './draft';
import { moveInDraft, placeMeeting, removeFromDraft } from './place';
import { publishTimetable } from './publish';
import { undoPublish } from './undo';
import { sayWish } from './wishes';

const database = ownDatabase();
const stage = 'main_session';
const at = { now: BEFORE };

/** StepOne meets Firm 7 at table 6 by the first publication. */
async function published() {
  const world = await smallProgram(database.ownerUrl);
  const slots = await mainDay(world);
  const officer = world.as('officer');
  const pairId = world.pairOf(world.stepOne, world.firm7);
  const place = { pairId, slotId: slots[0] as string, tableId: world.table6 };
  const empty = accepted(await createDraft(officer, { stage, from: null }, at));
  const draft = accepted(await placeMeeting(officer, { ...empty, ...place }, at));
  accepted(await publishTimetable(officer, draft, at));
  const publish = async (changed: (draft: ChangedDraft) => ReturnType<typeof removeFromDraft>) => {
    const next = accepted(await createDraft(officer, { stage }, at));
    accepted(await publishTimetable(officer, accepted(await changed(next)), at));
  };
  /** The second publication leaves its meeting out. */
  const leaveOut = () => publish((next) => removeFromDraft(officer, { ...next, pairId }, at));
  /** The second publication moves it to table 7, later that day. */
  const moveAway = () =>
    publish((next) =>
      moveInDraft(officer, { ...next, pairId, slotId: slots[1] as string, tableId: world.table7 }, at),
    );
  const undo = () => undoPublish(officer, { stage }, at);
  const meetings = () =>
    asViewer(officer, (tx) => tx.meeting.findMany({ where: { programId: world.programId } }));
  return { world, officer, pairId, slots, leaveOut, moveAway, undo, meetings };
}
type Published = Awaited<ReturnType<typeof published>>;

async function expectRefused({ officer, undo, meetings }: Published, reason: string, ko?: string) {
  const before = await meetings();
  const refused = await undo();
  expect(reasonsOf(refused)).toEqual([reason]);
  if (ko) {
    const [told] = explainRefusals('timetable.undo_publish', refused.ok ? [] : refused.refusals, 'ko');
    expect(told?.message).toBe(ko);
  }
  expect(await meetings()).toEqual(before);
  expect((await getOverview(officer, { stage })).published).toMatchObject({ number: 2 });
}

describe('taking a publication back', () => {
  test.each(['leaveOut', 'moveAway'] as const)(
    '7.22 puts no meeting back to a table archived since (%s)',
    async (second) => {
      const day = await published();
      const { world, officer, undo } = day;
      await day[second]();
      const tableId = world.table6;
      accepted(await archiveTable(officer, { tableId }, at));
      await expectRefused(day, 'no_such_table');
      accepted(await restoreTable(officer, { tableId }, at));
      accepted(await undo());
    },
  );

  test('7.22 gives no meeting back to a startup archived since, and says whose it would be', async () => {
    const day = await published();
    const { world, officer, leaveOut, undo, meetings } = day;
    await leaveOut();
    const startupId = world.stepOne;
    accepted(await archiveStartup(officer, { startupId, version: 1 }, at));
    const words = '스텝원 · Firm 7: 보관된 참가기업이나 투자사여서 14:30 EDT 상담을 예약할 수 없습니다.';
    await expectRefused(day, 'party_archived_meanwhile', words);
    accepted(await restoreStartup(officer, { startupId, version: 2 }, at));
    accepted(await undo());
    expect((await meetings()).map(({ state }) => state)).toEqual(['scheduled']);
  });

  test('7.18 gives no meeting back to a pair closed since', async () => {
    const day = await published();
    const { officer, pairId, leaveOut } = day;
    await leaveOut();
    const passed = { pairId, version: 1, status: 'passed', reasonCode: 'sector' };
    expect((await changeStatus(officer, passed, at)).ok).toBe(true);
    const words = '스텝원 · Firm 7: 매칭이 종료되어 14:30 EDT 상담을 예약할 수 없습니다.';
    await expectRefused(day, 'pair_closed_meanwhile', words);
  });

  test('7.19 gives no meeting back to a pair that said no-thanks since', async () => {
    const day = await published();
    const { officer, pairId, leaveOut } = day;
    await leaveOut();
    accepted(await sayWish(officer, { pairId, said: 'no_thanks', side: 'office' }));
    await expectRefused(day, 'pair_does_not_meet');
  });

  test('7.22 is decided against archiving its table at the same moment: one of the two is refused', async () => {
    for (const round of [1, 2, 3, 4]) {
      const { world, officer, leaveOut, undo } = await published();
      await leaveOut();
      const both = [undo(), archiveTable(officer, { tableId: world.table6 }, at)];
      const ended = (await Promise.all(both)).map(({ ok }) => ok);
      expect([round, ...ended.toSorted()]).toEqual([round, false, true]);
    }
  });
});

test('7.22 publishing books nothing for a startup archived since the draft was made, and says whose it would be', async () => {
  const { world, officer, slots, meetings } = await published();
  const before = await meetings();
  const draft = accepted(await createDraft(officer, { stage }, at));
  const place = { pairId: world.pairOf(world.rival, world.harbor), slotId: slots[2] as string };
  const next = accepted(await placeMeeting(officer, { ...draft, ...place }, at));
  accepted(await archiveStartup(officer, { startupId: world.rival, version: 1 }, at));
  const refused = await publishTimetable(officer, next, at);
  expect(refused).toMatchObject({
    refusals: [
      {
        reason: 'party_archived_meanwhile',
        params: { pair: expect.stringContaining('메디픽셀'), time: '15:30 EDT' },
      },
    ],
  });
  expect(await meetings()).toEqual(before);
});
