import { describe, expect, test } from 'vitest';
import { draftDay, runEnded } from '@/scripts/test/draft-day';
import { accepted, BEFORE, reasonsOf } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { paintBlackouts } from '../commands/blackouts';
import { placeMeeting } from '../commands/place';
import { publishTimetable } from '../commands/publish';
import { takeRepair } from '../commands/repair';
import { startSolve } from '../commands/solve';
import { sayWish } from '../commands/wishes';
import { getGrid } from './grid';
import { askRepair, askWhatIf } from './repair';
import { askWhyNot } from './why-not';

const database = ownDatabase();

const stage = 'main_session';

const opened = (slotCount?: number) => draftDay(database.ownerUrl, slotCount);

describe('questions', () => {
  test('why not: who meets whom instead, and the least that would have to give', async () => {
    const day = await opened(1);
    const { world, officer, slots, draft } = day;
    const [one, two] = [world.pairOf(world.stepOne, world.firm7), world.pairOf(world.stepOne, world.harbor)];
    await placeMeeting(officer, { ...draft, pairId: one, slotId: slots[0] as string });
    const { timetableId } = draft;
    const told = await askWhyNot(officer, { timetableId, pairId: two });
    expect(told.verdict).toBe('outweighed');
    expect(told.slots).toEqual([
      { slotId: slots[0], blocks: [{ kind: 'startup_meets', pairId: one, partyId: world.stepOne }] },
    ]);
    expect(told.remedies[0]).toMatchObject({
      kind: 'drop',
      slotId: slots[0],
      changes: [{ pairId: one, fromSlotId: slots[0], slotId: null }],
    });
    expect(await askWhyNot(officer, { timetableId, pairId: one })).toMatchObject({ verdict: 'placed' });
    accepted(await sayWish(world.as('startup'), { pairId: two, said: 'no_thanks' }));
    expect(await askWhyNot(officer, { timetableId, pairId: two })).toMatchObject({
      verdict: 'does_not_meet',
      slots: [],
      remedies: [],
    });
    const party = { kind: 'investor', id: world.harbor };
    accepted(await paintBlackouts(officer, { stage, paints: [{ party, slotIds: slots, away: true }] }));
    const four = world.pairOf(world.rival, world.harbor);
    const away = await askWhyNot(officer, { timetableId, pairId: four });
    expect(away.slots[0]?.blocks).toContainEqual({
      kind: 'investor_away',
      pairId: null,
      partyId: world.harbor,
    });
    expect(away.remedies[0]).toMatchObject({ kind: 'if_free', partyId: world.harbor });
  });

  test('what if: one more slot places what has no place, and nothing is written', async () => {
    const day = await opened(1);
    const { officer, draft } = day;
    accepted(await startSolve(officer, { ...draft, seconds: 20 }));
    await runEnded(day, draft.timetableId);
    const { timetableId } = draft;
    const grid = await getGrid(officer, { timetableId });
    const more = await askWhatIf(officer, { timetableId, change: { kind: 'slot_added' } });
    expect([more.now.placed, more.then.placed]).toEqual([2, 4]);
    expect(more.proof.proved).toBe(true);
    expect(await getGrid(officer, { timetableId })).toEqual(grid);
    const nobody = { kind: 'party_leaves' as const, party: { kind: 'investor' as const, id: timetableId } };
    await expect(askWhatIf(officer, { timetableId, change: nobody })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('a firm leaves: the first way out moves the fewest, is taken as a draft, and publishes', async () => {
    const day = await opened(3);
    const { world, officer, draft } = day;
    expect((await askRepair(officer, { stage, change: { kind: 'slot_added' } })).options).toEqual([]);
    accepted(await startSolve(officer, { ...draft, seconds: 20 }));
    const end = await runEnded(day, draft.timetableId);
    const solved = { timetableId: draft.timetableId, version: end.version };
    accepted(await publishTimetable(officer, solved, { now: BEFORE }));
    const change = { kind: 'party_leaves' as const, party: { kind: 'investor' as const, id: world.harbor } };
    const answer = await askRepair(officer, { stage, change });
    expect(answer.hit).toHaveLength(2);
    const [first] = answer.options;
    expect(first).toMatchObject({ moved: 0, cancelled: 2, added: 0, placed: 2, ofMeetings: 4 });
    const taking = { stage, change, option: first?.option, basedOn: answer.basedOn };
    const taken = accepted(await takeRepair(officer, taking, { now: BEFORE }));
    const published = accepted(await publishTimetable(officer, taken, { now: BEFORE }));
    expect(published).toMatchObject({ number: 2, booked: 0, moved: 0, cancelled: 2 });
    const grid = await getGrid(officer, { timetableId: taken.timetableId });
    expect(grid.away[world.harbor]).toHaveLength(3);
    expect(reasonsOf(await takeRepair(officer, taking))).toEqual(['option_gone']);
  });
});
