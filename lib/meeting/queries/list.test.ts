import { expect, test, vi } from 'vitest';
import { addDays, type Day } from '@/lib/core/days';
import { writeCursor } from '@/lib/platform/cursor';
import { asViewer } from '@/lib/platform/database';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { bookMeeting } from '../commands/book';
import { cancelMeeting } from '../commands/cancel';
import { markMeeting } from '../commands/mark';
import { listMeetingsOfPair } from './find';
import { listMeetingDays, listMeetings, nextMeetings } from './list';

const database = ownDatabase();

async function book(
  world: SmallProgram,
  pairId: string,
  startsAt: string,
  more: Record<string, unknown> = {},
) {
  const start = new Date(startsAt);
  const endsAt = new Date(start.getTime() + 25 * 60_000).toISOString();
  const result = await bookMeeting(
    world.as('officer'),
    { pairId, stage: 'main_session', startsAt, endsAt, ...more },
    { now: new Date('2023-04-20T00:00:00Z') },
  );
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

/** Three meetings: StepOne at 14:30 and 23:30 in Boston on the 28th, the rival at 09:00 on the 27th, by video. */
async function threeMeetings() {
  const world = await smallProgram(database.ownerUrl);
  const afternoon = await book(world, world.pairOf(world.stepOne, world.firm7), '2023-04-28T18:30:00Z', {
    table: world.table6,
  });
  const night = await book(world, world.pairOf(world.stepOne, world.harbor), '2023-04-29T03:30:00Z');
  const morning = await book(world, world.pairOf(world.rival, world.firm7), '2023-04-27T13:00:00Z', {
    stage: 'video_call',
  });
  return { world, afternoon, night, morning };
}

test('7.33 today is the day at home as well as the day at the venue, in lists and counts', async () => {
  const { world } = await threeMeetings();
  // 16:00 in Seoul on the 29th, where it is seven in the morning; at the venue it is still the 28th.
  const call = '2023-04-29T07:00:00Z';
  await book(world, world.pairOf(world.rival, world.harbor), call, { stage: 'follow_up' });
  const onTodayAt = async (now: string) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
    try {
      const { items } = await listMeetings(world.as('officer'), { today: true });
      const { days } = await listMeetingDays(world.as('officer'), { today: true });
      expect(days.reduce((sum, { meetings }) => sum + meetings, 0)).toBe(items.length);
      return items.map(({ startsAt }) => startsAt);
    } finally {
      vi.useRealTimers();
    }
  };
  expect(await onTodayAt('2023-04-28T22:00:00Z')).toEqual([
    '2023-04-28T18:30:00.000Z',
    '2023-04-29T03:30:00.000Z',
    '2023-04-29T07:00:00.000Z',
  ]);
  expect(await onTodayAt('2023-04-27T14:00:00Z')).toEqual(['2023-04-27T13:00:00.000Z']);
  expect(await onTodayAt('2023-05-03T00:00:00Z')).toEqual([]);
});

test('T36 a day is a day of the venue, or of home where that is asked for', async () => {
  const { world } = await threeMeetings();
  const on = async (day: string, zone?: 'home') => {
    const filter = { from: day as Day, to: day as Day, ...(zone ? { zone } : {}) };
    return (await listMeetings(world.as('officer'), filter)).items.map((item) => item.startsAt);
  };
  expect(await on('2023-04-28')).toEqual(['2023-04-28T18:30:00.000Z', '2023-04-29T03:30:00.000Z']);
  expect(await on('2023-04-28', 'home')).toEqual([]);
  expect(await on('2023-04-29', 'home')).toEqual(['2023-04-28T18:30:00.000Z', '2023-04-29T03:30:00.000Z']);
  const { days } = await listMeetingDays(world.as('officer'), {});
  expect(days.map(({ day, meetings }) => [day, meetings])).toEqual([
    ['2023-04-27', 1],
    ['2023-04-28', 2],
  ]);
});

test('filters narrow, each by itself', async () => {
  const { world, afternoon, night, morning } = await threeMeetings();
  const officer = world.as('officer');
  const marked = await markMeeting(officer, { ...night, state: 'no_show', side: 'investor' });
  expect(marked.ok).toBe(true);
  const found = async (filter: Parameters<typeof listMeetings>[1]) =>
    (await listMeetings(officer, filter)).items.map((item) => item.id).sort();
  expect(await found({ stage: 'video_call' })).toEqual([morning.meetingId]);
  expect(await found({ state: 'no_show' })).toEqual([night.meetingId]);
  expect(await found({ startup: world.rival })).toEqual([morning.meetingId]);
  expect(await found({ investor: world.harbor })).toEqual([night.meetingId]);
  expect(await found({ table: world.table6 })).toEqual([afternoon.meetingId]);
  expect(await found({ withoutOutcome: true })).toEqual([afternoon.meetingId, morning.meetingId].sort());
});

test('pages follow one another without a gap or a repeat', async () => {
  const { world } = await threeMeetings();
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listMeetings>> = await listMeetings(world.as('officer'), {
      limit: 1,
      ...(cursor ? { cursor } : {}),
    });
    seen.push(...page.items.map((item) => item.startsAt));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(['2023-04-27T13:00:00.000Z', '2023-04-28T18:30:00.000Z', '2023-04-29T03:30:00.000Z']);
  await expect(listMeetings(world.as('officer'), { cursor: 'nonsense' })).rejects.toMatchObject({
    code: 'invalid',
  });
});

test('7.14 a cursor of one order is none of another, and one of any other key is none at all', async () => {
  const { world } = await threeMeetings();
  const officer = world.as('officer');
  const refused = { refusals: [{ reason: 'invalid', field: ['cursor'] }] };
  const cursorOf = async (sort: 'time' | 'table') =>
    (await listMeetings(officer, { sort, limit: 1 })).nextCursor ?? '';
  const [byTime, byTable] = [await cursorOf('time'), await cursorOf('table')];
  expect((await listMeetings(officer, { sort: 'time', cursor: byTime })).items).toHaveLength(2);
  expect((await listMeetings(officer, { sort: 'table', cursor: byTable })).items).toHaveLength(2);
  await expect(listMeetings(officer, { sort: 'table', cursor: byTime })).rejects.toMatchObject(refused);
  await expect(listMeetings(officer, { sort: 'time', cursor: byTable })).rejects.toMatchObject(refused);
  for (const key of ['', 'zzz', '20230428183000000000001', '[]', '["20230428183000000"]', '["a","b"]']) {
    const cursor = writeCursor({ key, id: world.programId });
    await expect(listMeetings(officer, { cursor })).rejects.toMatchObject(refused);
  }
});

test('by table they stand in the order of the tables, those without one last', async () => {
  const { world } = await threeMeetings();
  const officer = world.as('officer');
  await book(world, world.pairOf(world.rival, world.harbor), '2023-04-27T12:00:00Z', { table: world.table7 });
  const tables: (string | undefined)[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listMeetings>> = await listMeetings(officer, {
      sort: 'table',
      limit: 2,
      ...(cursor ? { cursor } : {}),
    });
    tables.push(...page.items.map((item) => item.table?.name));
    cursor = page.nextCursor;
  } while (cursor);
  expect(tables).toEqual(['6', '창가 자리', undefined, undefined]);
});

test('T28 people of a startup see theirs only, by list, by day, by pair and on their home', async () => {
  const { world, morning } = await threeMeetings();
  const rival = world.as('rival');
  expect((await listMeetings(rival, {})).items.map((item) => item.id)).toEqual([morning.meetingId]);
  expect((await listMeetings(rival, { startup: world.stepOne })).items).toEqual([]);
  expect((await listMeetingDays(rival, {})).days).toEqual([
    { day: '2023-04-27', meetings: 1, withoutOutcome: 1 },
  ]);
  const pairId = world.pairOf(world.stepOne, world.firm7);
  await expect(listMeetingsOfPair(rival, { pairId })).rejects.toMatchObject({ code: 'not_found' });
  const { toLog, toLogCount } = await nextMeetings(rival, {});
  expect([toLog.map((item) => item.id), toLogCount]).toEqual([[morning.meetingId], 1]);
});

test('a home page has what is to come and counts all that is to log', async () => {
  const { world, afternoon } = await threeMeetings();
  const officer = world.as('officer');
  const cancelled = await cancelMeeting(officer, { ...afternoon, reason: '일정 변경' });
  expect(cancelled.ok).toBe(true);
  const soon = new Date(Date.now() + 86_400_000).toISOString().replace(/:\d\d\.\d{3}Z$/, ':00Z');
  const coming = await book(world, world.pairOf(world.stepOne, world.firm7), soon);
  const { upcoming, toLog, toLogCount } = await nextMeetings(officer, { limit: 1 });
  expect(upcoming.map((item) => item.id)).toEqual([coming.meetingId]);
  expect(toLog.map((item) => item.startsAt)).toEqual(['2023-04-29T03:30:00.000Z']);
  expect(toLogCount).toBe(2);
});

test('an agenda costs as many statements for thirty meetings as for one', async () => {
  const world = await smallProgram(database.ownerUrl);
  const officer = world.as('officer');
  const pairId = world.pairOf(world.stepOne, world.firm7);
  /** Every use of the client counts, whatever it asks for. */
  const statements = () =>
    asViewer(officer, async (tx) => {
      let n = 0;
      const counting = new Proxy(tx, {
        get: (target, name) => {
          n += 1;
          return Reflect.get(target, name);
        },
      });
      const page = await listMeetings.within(counting, officer, {});
      return { n, rows: page.items.length };
    });
  await book(world, pairId, '2023-04-28T12:00:00Z', { contactIds: [world.jiwoo, world.dana] });
  const one = await statements();
  expect(one.rows).toBe(1);
  for (let n = 1; n < 30; n += 1) {
    const day = addDays('2023-04-28' as Day, n);
    await book(world, pairId, `${day}T12:00:00Z`, { contactIds: [world.jiwoo, world.dana] });
  }
  expect(await statements()).toEqual({ n: one.n, rows: 30 });
});
