import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/core/errors';
import { recordOutcome } from '@/lib/outcome/commands';
import { asViewer, disconnect } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';
import * as worker from '@/lib/platform/worker';
import { withClient } from '@/scripts/database/connection';
import { createTestDatabase, type TestDatabase } from '@/scripts/database/test-database';
import { withMeetings } from '@/scripts/test/draft-day';
import { accepted, BEFORE, fourPairs, mainDay, reasonsOf } from '@/scripts/test/main-day';
import { smallProgram } from '@/scripts/test/small-program';
import { getGrid } from '../queries/grid';
import { getOverview } from '../queries/overview';
import { getRun } from '../queries/run';
import type { RunAnswer } from '../queries/solver-worker';
import { createDraft } from './draft';
import * as keep from './keep';
import { removeFromDraft } from './place';
import { publishTimetable } from './publish';
import { startSolve, stopSolve } from './solve';

/*
 * Changes that meet each other. A command that ran into another is made again, so its answer does not show a wrong order of
 * locks: PostgreSQL's own count of deadlocks does. Each test has a database of its own.
 */

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase('empty');
  vi.stubEnv('DATABASE_APP_URL', database.appUrl);
  return async () => {
    await disconnect();
    await database.drop();
  };
});
afterAll(() => vi.unstubAllEnvs());

const stage = 'main_session';
const AFTER = new Date('2023-04-29T00:00:00Z');
/** For machines that have much else to do. */
const PATIENT = { timeout: 30_000, interval: 50 };
const ROUNDS = Array.from({ length: 12 }, (_, round) => round);

/** Connections hand in what they counted when they close. */
async function deadlocks(): Promise<number> {
  await disconnect();
  return vi.waitFor(
    () =>
      withClient(database.ownerUrl, async (client) => {
        const { rows } = await client.query(
          `select deadlocks::int, (select count(*)::int from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()) as others
         from pg_stat_database where datname = current_database()`,
        );
        expect(rows[0].others).toBe(0);
        return rows[0].deadlocks as number;
      }),
    PATIENT,
  );
}

async function opened() {
  const world = await smallProgram(database.ownerUrl);
  const slots = await mainDay(world);
  return { world, slots, officer: world.as('officer') };
}
type Opened = Awaited<ReturnType<typeof opened>>;

describe('7.22 publishing', () => {
  it('of two drafts at once: one after the other, and the database holds', async () => {
    const day = await opened();
    const { officer, world } = day;
    const { one } = fourPairs(world);
    const empty = async () => accepted(await createDraft(officer, { stage, from: null }, { now: BEFORE }));
    const [a, b] = [
      await withMeetings(day, await empty(), [[one, 0]]),
      await withMeetings(day, await empty(), [[one, 1]]),
    ];
    const results = await Promise.all([
      publishTimetable(officer, a, { now: BEFORE }),
      publishTimetable(world.as('admin'), b, { now: BEFORE }),
    ]);
    expect(results.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    const { programId } = world;
    const standing = { where: { programId, state: { not: 'cancelled' as const } } };
    expect(await asViewer(officer, (tx) => tx.meeting.count(standing))).toBe(1);
    const { published, history } = await getOverview(officer, { stage });
    expect(history.filter(({ state }) => state === 'published')).toHaveLength(1);
    expect(published?.placed).toBe(1);
  });

  it('7.22 and outcomes of its meetings recorded at once all succeed, and PostgreSQL ends none for a deadlock', async () => {
    const day = await opened();
    const { world, officer } = day;
    const held = [world.pairOf(world.stepOne, world.firm7), world.pairOf(world.rival, world.harbor)];
    const later = world.pairOf(world.stepOne, world.harbor);
    const first = await withMeetings(day, accepted(await createDraft(officer, { stage, from: null })), [
      [held[0] as string, 0],
      [held[1] as string, 0],
    ]);
    accepted(await publishTimetable(officer, first, { now: BEFORE }));
    const meetings = await asViewer(officer, (tx) =>
      tx.meeting.findMany({ where: { programId: world.programId }, select: { id: true, pairId: true } }),
    );
    const record = (interest: number) =>
      meetings.map(({ id }) => recordOutcome(officer, { meetingId: id, interest }, { now: AFTER }));
    for (const result of await Promise.all(record(1))) accepted(result);
    for (const round of ROUNDS) {
      const from = accepted(await createDraft(officer, { stage }, { now: BEFORE }));
      const draft =
        round % 2
          ? accepted(await removeFromDraft(officer, { ...from, pairId: later }, { now: BEFORE }))
          : await withMeetings(day, from, [[later, 1]]);
      const [published, ...outcomes] = await Promise.all([
        publishTimetable(officer, draft, { now: BEFORE }),
        ...record(1 + (round % 5)),
        ...record(1 + (round % 5)),
      ]);
      expect([round, reasonsOf(published), ...outcomes.map(reasonsOf)]).toEqual([round, [], [], [], [], []]);
    }
    const pairs = await asViewer(officer, (tx) =>
      tx.pair.findMany({ where: { id: { in: held } }, select: { interest: true } }),
    );
    expect(pairs).toEqual([{ interest: 2 }, { interest: 2 }]);
    const standing = await asViewer(officer, (tx) =>
      tx.meeting.findMany({ where: { programId: world.programId, state: { not: 'cancelled' } } }),
    );
    expect(standing.map(({ pairId, state }) => `${pairId} ${state}`).sort()).toEqual(
      held.map((pairId) => `${pairId} held`).sort(),
    );
    const { number } = await asViewer(officer, (tx) =>
      tx.timetable.findFirstOrThrow({ where: { programId: world.programId, state: 'published' } }),
    );
    expect(number).toBe(1 + ROUNDS.length);
    expect(await deadlocks()).toBe(0);
  });
});

describe('7.22 a found solution', () => {
  /** A thread whose answer comes when the test says so: every wish placed, one pair after the other. */
  function threadOf(answer: RunAnswer) {
    let hand: () => void = () => undefined;
    vi.spyOn(worker, 'startWorker').mockImplementation(() => ({
      answer: new Promise<never>((resolve) => {
        hand = () => resolve(answer as never);
      }),
      stop: () => undefined,
    }));
    return () => hand();
  }

  /** Two startups and two investors in two slots: all four wishes have a place. */
  const FOUND: RunAnswer = {
    levels: [],
    meetings: [
      [0, 0, 0],
      [1, 1, 0],
      [0, 1, 1],
      [1, 0, 1],
    ],
    ...{ placed: 4, possible: 4, weight: 4, bound: 4, proved: true, stopped: false },
  };

  async function kept({ officer }: Opened, timetableId: string) {
    const state = await vi.waitFor(async () => {
      const { run } = await getRun(officer, { timetableId });
      expect(run?.state).not.toBe('running');
      return { state: run?.state, failure: run?.failure };
    }, PATIENT);
    return { ...state, meetings: (await getGrid(officer, { timetableId })).meetings.length };
  }
  const KEPT = { state: 'done', failure: null, meetings: 4 };

  it('7.22 written at the moment when somebody asks to stop is kept, and PostgreSQL ends neither for a deadlock', async () => {
    const day = await opened();
    const { officer } = day;
    const hand = threadOf(FOUND);
    for (const round of ROUNDS) {
      const draft = accepted(await createDraft(officer, { stage, from: null }));
      const { timetableId } = draft;
      accepted(await startSolve(officer, { ...draft, seconds: 30 }));
      hand();
      const stops = await Promise.all([1, 2, 3].map(() => stopSolve(officer, { timetableId })));
      const refused = stops.flatMap(reasonsOf).filter((reason) => reason !== 'not_running');
      expect([round, refused, await kept(day, timetableId)]).toEqual([round, [], KEPT]);
    }
    expect(await deadlocks()).toBe(0);
  });

  it('7.22 survives a database that cannot be reached when it is first written, for longer than a run may be silent', async () => {
    const day = await opened();
    const { officer } = day;
    const { timetableId, version } = accepted(await createDraft(officer, { stage, from: null }));
    const hand = threadOf(FOUND);
    const told = vi.spyOn(log, 'warn').mockReturnValue(undefined);
    let letWrite: () => void = () => undefined;
    const mayWrite = new Promise<void>((resolve) => {
      letWrite = resolve;
    });
    const write = keep.keepSolution;
    vi.spyOn(keep, 'keepSolution')
      .mockImplementationOnce(async () => {
        await withClient(database.ownerUrl, (client) =>
          client.query("update timetable_run set deadline_at = now() - interval '1 second'"),
        );
        throw new AppError('unavailable', 'no connection');
      })
      .mockImplementationOnce(async (...found) => {
        await mayWrite;
        return write(...found);
      });
    accepted(await startSolve(officer, { timetableId, version, seconds: 30 }));
    hand();
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1), PATIENT);
    await vi.waitFor(
      async () => expect((await getRun(officer, { timetableId })).run?.state).toBe('running'),
      PATIENT,
    );
    accepted(await stopSolve(officer, { timetableId }));
    letWrite();
    expect(await kept(day, timetableId)).toEqual(KEPT);
  });
});
