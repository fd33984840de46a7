import { expect, test } from 'vitest';
import type { Result } from '@/lib/core/result';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { findMeeting } from '../queries/find';
import { marksOffered } from '../rules';
import { bookMeeting } from './book';
import { markMeeting } from './mark';

const database = ownDatabase();

const AFTER = new Date('2023-04-28T19:00:00Z');

async function booked(world: SmallProgram) {
  const result = await bookMeeting(
    world.as('officer'),
    {
      pairId: world.pairOf(world.stepOne, world.firm7),
      stage: 'main_session',
      startsAt: '2023-04-28T18:30:00Z',
      endsAt: '2023-04-28T18:55:00Z',
    },
    { now: new Date('2023-04-20T00:00:00Z') },
  );
  return accepted(result);
}

function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

test('a startup says of its own meeting who did not come, and corrects itself', async () => {
  const world = await smallProgram(database.ownerUrl);
  const ours = world.as('startup');
  const meeting = await booked(world);
  const missed = accepted(
    await markMeeting(ours, { ...meeting, state: 'no_show', side: 'investor' }, { now: AFTER }),
  );
  expect(await findMeeting(ours, { meetingId: meeting.meetingId })).toMatchObject({
    state: 'no_show',
    noShowSide: 'investor',
  });
  accepted(await markMeeting(ours, { ...missed, state: 'held' }, { now: AFTER }));
  const { state, noShowSide, events } = await findMeeting(ours, { meetingId: meeting.meetingId });
  expect([state, noShowSide]).toEqual(['held', null]);
  expect(events.map(({ kind, side, by }) => [kind, side, by?.name])).toEqual([
    ['booked', null, 'officer'],
    ['no_show', 'investor', 'startup'],
    ['held', null, 'startup'],
  ]);
});

test('7.36 exactly the marks that are offered are taken, whoever marked before', async () => {
  const before = [
    ['officer', { state: 'held' }],
    ['officer', { state: 'no_show', side: 'startup' }],
    ['startup', { state: 'held' }],
    ['startup', { state: 'no_show', side: 'investor' }],
    [null, {}],
  ] as const;
  const choices = [
    { state: 'held' },
    { state: 'no_show', side: 'investor' },
    { state: 'no_show', side: 'startup' },
    { state: 'no_show', side: 'both' },
    { state: 'scheduled' },
  ];
  for (const [who, mark] of before) {
    for (const as of ['startup', 'officer'] as const) {
      const taken: unknown[] = [];
      let offered: unknown[] = [];
      for (const choice of choices) {
        const world = await smallProgram(database.ownerUrl);
        let meeting = await booked(world);
        if (who)
          meeting = accepted(await markMeeting(world.as(who), { ...meeting, ...mark }, { now: AFTER }));
        const item = await findMeeting(world.as(as), { meetingId: meeting.meetingId });
        offered = marksOffered(item, as === 'startup', AFTER);
        if ((await markMeeting(world.as(as), { ...meeting, ...choice }, { now: AFTER })).ok)
          taken.push(choice);
      }
      expect([who, mark, as, offered]).toEqual([who, mark, as, taken]);
    }
  }
});

test('what the office marked a startup leaves, and hears so', async () => {
  const world = await smallProgram(database.ownerUrl);
  const meeting = await booked(world);
  const marked = accepted(
    await markMeeting(world.as('officer'), { ...meeting, state: 'no_show', side: 'startup' }, { now: AFTER }),
  );
  const contested = await markMeeting(world.as('startup'), { ...marked, state: 'held' }, { now: AFTER });
  expect(contested).toMatchObject({
    refusals: [{ reason: 'office_marked', current: { state: 'no_show', markedByOffice: true } }],
  });
  accepted(await markMeeting(world.as('admin'), { ...marked, state: 'held' }, { now: AFTER }));
});

test('before it starts nobody marks it', async () => {
  const world = await smallProgram(database.ownerUrl);
  const meeting = await booked(world);
  const early = await markMeeting(
    world.as('officer'),
    { ...meeting, state: 'held' },
    { now: new Date('2023-04-28T18:29:59Z') },
  );
  expect(early).toMatchObject({ refusals: [{ reason: 'not_yet' }] });
});

test("T12 another startup's meeting is not there, for reading and for marking", async () => {
  const world = await smallProgram(database.ownerUrl);
  const meeting = await booked(world);
  const rival = world.as('rival');
  await expect(markMeeting(rival, { ...meeting, state: 'held' }, { now: AFTER })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(findMeeting(rival, { meetingId: meeting.meetingId })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(markMeeting(world.as('manager'), { ...meeting, state: 'held' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const untouched = await findMeeting(world.as('manager'), { meetingId: meeting.meetingId });
  expect([untouched.state, untouched.events.length]).toEqual(['scheduled', 1]);
});

test('T31 of two marks of the same version one stands', async () => {
  const world = await smallProgram(database.ownerUrl);
  const meeting = await booked(world);
  const results = await Promise.all([
    markMeeting(world.as('officer'), { ...meeting, state: 'held' }, { now: AFTER }),
    markMeeting(world.as('startup'), { ...meeting, state: 'no_show', side: 'investor' }, { now: AFTER }),
  ]);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(results.find((result) => !result.ok)).toMatchObject({ refusals: [{ reason: 'stale' }] });
});
