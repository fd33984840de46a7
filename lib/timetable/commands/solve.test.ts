import { describe, expect, test, vi } from 'vitest';
import { bookMeeting } from '@/lib/meeting/commands/book';
import { asViewer } from '@/lib/platform/database';
import * as worker from '@/lib/platform/worker';
import { checkTimetable } from '@/lib/solver/rules/check';
import { withClient } from '@/scripts/database/connection';
import { draftDay, runEnded } from '@/scripts/test/draft-day';
import { accepted, BEFORE, reasonsOf } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { loadFacts } from '../queries/facts';
import { getGrid } from '../queries/grid';
import { getRun } from '../queries/run';
import { toInstance } from '../rules/instance';
import { createDraft, renameDraft } from './draft';
import { lockMeetings, moveInDraft, placeMeeting, removeFromDraft } from './place';
import { setRules } from './rules';
import { startSolve, stopSolve } from './solve';
import { sayWish, weighPair } from './wishes';

const database = ownDatabase();

const stage = 'main_session';

const opened = (slotCount?: number) => draftDay(database.ownerUrl, slotCount);

/** Threads whose answers wait until they are let through, so that something can happen meanwhile. */
function heldThreads(): () => void {
  const { startWorker } = worker;
  const held = Promise.withResolvers<void>();
  vi.spyOn(worker, 'startWorker').mockImplementation(((entry, task, onReport) => {
    const running = startWorker(entry, task, onReport);
    return { ...running, answer: held.promise.then(() => running.answer) };
  }) as typeof startWorker);
  return held.resolve;
}

describe('solving', () => {
  test('7.32 a stage without a pair to place is told so, and nothing is proved of it', async () => {
    const { world, officer, draft } = await opened();
    const vacuous = {
      levels: [],
      placed: 0,
      possible: 0,
      bound: 0,
      weight: 0,
      proved: true,
      seconds: 0,
      seed: 1,
    };
    await withClient(database.ownerUrl, async (client) => {
      await client.query("update pair set status = 'passed' where program_id = $1", [world.programId]);
      const kept = [JSON.stringify(vacuous), draft.timetableId];
      await client.query('update timetable set proof = $1 where id = $2', kept);
    });
    const grid = await getGrid(officer, { timetableId: draft.timetableId });
    expect(grid).toMatchObject({ nothing: 'no_pairs', proof: null, standing: 0 });
    expect(reasonsOf(await startSolve(officer, draft))).toEqual(['no_pairs']);
  });

  test('places every wish around what is locked, proved, and the checker agrees', async () => {
    const day = await opened();
    const { world, officer, slots, draft } = day;
    const locked = { pairId: world.pairOf(world.stepOne, world.harbor), slotId: slots[2] as string };
    const placed = accepted(await placeMeeting(officer, { ...draft, ...locked }));
    const kept = accepted(await lockMeetings(officer, { ...placed, locked: true, pairIds: [locked.pairId] }));
    const { run } = accepted(await startSolve(officer, { ...kept, seconds: 20, seed: 7 }));
    expect(run).toMatchObject({ state: 'running', ofSeconds: 20, startedBy: { name: 'officer' } });
    const end = await runEnded(day, draft.timetableId);
    expect(end).toMatchObject({ state: 'done', failure: null, placed: 4, possible: 4 });
    const grid = await getGrid(officer, { timetableId: draft.timetableId });
    expect(grid.timetable.version).toBe(kept.version + 1);
    expect(grid.proof).toMatchObject({ placed: 4, possible: 4, seed: 7 });
    expect(grid.proof?.levels.slice(0, 3).every(({ proved }) => proved)).toBe(true);
    expect(grid.meetings).toHaveLength(4);
    expect(grid.meetings.find(({ pairId }) => pairId === locked.pairId)).toMatchObject({
      ...locked,
      isLocked: true,
    });
    expect(grid.meetings.every(({ tableId }) => tableId !== null)).toBe(true);
    const { facts, before } = await asViewer(officer, (tx) => loadFacts(tx, officer, stage));
    const mapped = toInstance(facts, [], before);
    const meetings = grid.meetings.map((meeting) => mapped.placedOf(meeting)).filter((each) => each !== null);
    expect(checkTimetable(mapped.instance, meetings)).toEqual([]);
  });

  test('7.39 a hand move keeps the proof while the value is at its bound, and says the difference when it is not', async () => {
    const day = await opened(4);
    const { officer, slots, draft } = day;
    accepted(await startSolve(officer, { ...draft, seconds: 20, seed: 7 }));
    await runEnded(day, draft.timetableId);
    const here = { timetableId: draft.timetableId };
    const solved = await getGrid(officer, here);
    const [first] = solved.meetings;
    const pairId = first?.pairId as string;
    let moved = { timetableId: draft.timetableId, version: solved.timetable.version };
    for (const slotId of slots.filter((id) => id !== first?.slotId)) {
      const tried = await moveInDraft(officer, { ...moved, pairId, slotId });
      if (tried.ok) moved = tried.value;
      if (tried.ok) break;
    }
    expect(moved.version).toBe(solved.timetable.version + 1);
    const { weight, bound } = solved.proof ?? { weight: 0, bound: 0 };
    const after = await getGrid(officer, here);
    expect(after.proof).toMatchObject({ weight, bound, proved: true, placed: 4 });
    expect(after.proof).not.toHaveProperty('basis');
    const removed = accepted(await removeFromDraft(officer, { ...moved, pairId }));
    const less = await getGrid(officer, here);
    expect(less.proof).toMatchObject({ weight: less.figures.weight, bound, proved: false, placed: 3 });
    expect(less.figures.weight).toBeLessThan(bound);
    accepted(await weighPair(officer, { pairId, weight: 5 }));
    accepted(await placeMeeting(officer, { ...removed, pairId, slotId: first?.slotId }));
    expect((await getGrid(officer, here)).proof).toBeNull();
  });

  test('the same seed gives the same draft', async () => {
    const day = await opened(2);
    const places: unknown[] = [];
    for (const _ of [1, 2]) {
      const draft = accepted(await createDraft(day.officer, { stage, from: null }));
      accepted(await startSolve(day.officer, { ...draft, seconds: 20, seed: 3 }));
      await runEnded(day, draft.timetableId);
      const { meetings } = await getGrid(day.officer, { timetableId: draft.timetableId });
      places.push(meetings.map(({ pairId, slotId, tableId }) => [pairId, slotId, tableId]));
    }
    expect(places[0]).toEqual(places[1]);
  });

  test('stopped keeps a valid draft; asked to stop when nothing runs it says so', async () => {
    const day = await opened();
    const { officer, draft } = day;
    expect(reasonsOf(await stopSolve(officer, { timetableId: draft.timetableId }))).toEqual(['not_running']);
    const letAnswer = heldThreads();
    accepted(await startSolve(officer, { ...draft, seconds: 60 }));
    expect(reasonsOf(await startSolve(officer, { ...draft, seconds: 60 }))).toEqual(['running_already']);
    accepted(await stopSolve(officer, { timetableId: draft.timetableId }));
    letAnswer();
    const end = await runEnded(day, draft.timetableId);
    expect(['stopped', 'done']).toContain(end.state);
    const { meetings, timetable } = await getGrid(officer, { timetableId: draft.timetableId });
    expect(timetable.version).toBe(2);
    expect(new Set(meetings.map(({ startupId, slotId }) => `${startupId} ${slotId}`)).size).toBe(
      meetings.length,
    );
  });

  test('a draft changed meanwhile keeps the change: the run has failed and says why', async () => {
    const day = await opened();
    const { officer, draft } = day;
    const letAnswer = heldThreads();
    accepted(await startSolve(officer, { ...draft, seconds: 20 }));
    accepted(await renameDraft(officer, { ...draft, name: '그사이 바뀐 이름' }));
    letAnswer();
    expect(await runEnded(day, draft.timetableId)).toMatchObject({
      state: 'failed',
      failure: 'draft_changed',
      version: null,
    });
    const grid = await getGrid(officer, { timetableId: draft.timetableId });
    expect(grid.timetable).toMatchObject({ version: 2, name: '그사이 바뀐 이름' });
    expect(grid.meetings).toEqual([]);
  });

  test('a run whose server went silent is told as interrupted, and the draft can be solved again', async () => {
    const day = await opened();
    const { officer, draft, world } = day;
    await withClient(database.ownerUrl, (client) =>
      client.query(
        `insert into timetable_run (program_id, id, timetable_id, seed, seconds, from_version, started_at, deadline_at)
         values ($1, gen_random_uuid(), $2, 1, 20, 1, now() - interval '1 minute', now() - interval '1 second')`,
        [world.programId, draft.timetableId],
      ),
    );
    const { run } = await getRun(officer, { timetableId: draft.timetableId });
    expect(run).toMatchObject({ state: 'failed', failure: 'interrupted' });
    accepted(await startSolve(officer, { ...draft, seconds: 20 }));
    expect(await runEnded(day, draft.timetableId)).toMatchObject({ state: 'done' });
  });
});

describe('the instance', () => {
  test('knows floors, maximums, musts, a meeting elsewhere, and leaves out who does not meet', async () => {
    const { world, officer } = await opened(2);
    const [one, two] = [world.pairOf(world.stepOne, world.firm7), world.pairOf(world.stepOne, world.harbor)];
    const none = { startupRestAfter: null, investorRestAfter: null, investorMax: null };
    const rules = {
      ...none,
      startupFloor: 1,
      investorFloor: 0,
      startupMax: 1,
      tablesAtOnce: 1,
      bufferMinutes: 10,
    };
    accepted(await setRules(officer, { stage, version: 0, ...rules }));
    expect(reasonsOf(await setRules(officer, { stage, version: 0, ...rules }))).toEqual(['stale']);
    const over = { ...rules, startupFloor: 2 };
    expect(reasonsOf(await setRules(officer, { stage, version: 1, ...over }))).toEqual(['floor_over_max']);
    accepted(await sayWish(officer, { pairId: one, said: 'must', side: 'investor' }));
    accepted(await sayWish(officer, { pairId: two, said: 'no_thanks' }));
    const elsewhere = { startsAt: '2023-04-28T18:00:00Z', endsAt: '2023-04-28T18:40:00Z' };
    const pairId = world.pairOf(world.rival, world.harbor);
    accepted(await bookMeeting(officer, { pairId, stage: 'pre_meeting', ...elsewhere }, { now: BEFORE }));
    const { facts, before } = await asViewer(officer, (tx) => loadFacts(tx, officer, stage));
    const { instance, startupIds, investorIds } = toInstance(facts, [], before);
    const at = [startupIds.indexOf(world.stepOne), investorIds.indexOf(world.firm7)];
    const harbor = investorIds.indexOf(world.harbor);
    expect(instance.musts).toEqual([at]);
    expect(instance.requests).toContainEqual([...at, 4]);
    expect(instance.requests).toHaveLength(3);
    expect(instance.noThanks).toEqual([[at[0], harbor]]);
    expect(instance.tablesPerSlot).toEqual([1, 1]);
    expect(instance.vcAvailability[harbor]).toBe('01');
    expect(instance).toMatchObject({
      startupFloor: 1,
      startupMax: [1, 1],
      startupRestAfter: 1,
      vcRestAfter: 1,
    });
  });
});
