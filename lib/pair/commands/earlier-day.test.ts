import { describe, expect, it } from 'vitest';
import { bookMeeting } from '@/lib/meeting/commands/book';
import { recordOutcome } from '@/lib/outcome/commands';
import { asViewer } from '@/lib/platform/database';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { findPairItem } from '../queries/item';
import { readPair } from '../queries/logs';
import { listTimeline } from '../queries/timeline';
import { moveStage } from './move';
import { changeStatus } from './status';

const database = ownDatabase();

describe('an entry for an earlier day', () => {
  const on = (day: string) => new Date(`${day}T03:00:00Z`);

  async function passedInAugust() {
    const world = await smallProgram(database.ownerUrl);
    const scope = world.as('officer');
    const pairId = world.pairOf(world.stepOne, world.firm7);
    const passed = { pairId, version: 1, status: 'passed', reasonCode: 'sector' };
    expect((await changeStatus(scope, passed, { now: on('2023-08-10') })).ok).toBe(true);
    const readLog = () => asViewer(scope, (tx) => readPair(tx, scope, pairId));
    return { scope, pairId, readLog, world };
  }

  it('7.18 is a change from the status of that day, and what came after it stands', async () => {
    const { scope, pairId, readLog } = await passedInAugust();
    const held = {
      pairId,
      version: 2,
      status: 'on_hold',
      reasonCode: 'timing',
      effectiveAt: '2023-04-12T03:00:00Z',
    };
    const result = await changeStatus(scope, held, { now: on('2023-09-01') });
    expect(result).toMatchObject({ ok: true, value: { pair: { status: 'passed' } } });
    const { statusEvents } = await readLog();
    expect(statusEvents.map(({ from, to }) => [from, to])).toEqual([
      ['open', 'on_hold'],
      ['on_hold', 'passed'],
    ]);
    const [told] = (await listTimeline(scope, { pairId })).flatMap(({ happening }) =>
      happening.kind === 'status' && happening.to === 'passed' ? [happening.from] : [],
    );
    expect(told).toBe('on_hold');
  });

  it('7.18 to the status of that day is refused, whatever the status is today', async () => {
    const { scope, pairId } = await passedInAugust();
    const effectiveAt = '2023-04-12T03:00:00Z';
    const opens = { pairId, version: 2, status: 'open', effectiveAt };
    expect(await changeStatus(scope, opens, { now: on('2023-09-01') })).toMatchObject({
      refusals: [{ reason: 'same_status' }],
    });
  });

  it('7.18 moves a pair that was open then and is closed since, and does not move one that was closed then', async () => {
    const { scope, pairId, readLog } = await passedInAugust();
    const move = { pairId, stage: 'video_call', effectiveAt: '2023-04-12T03:00:00Z' };
    const now = on('2023-09-01');
    expect(await moveStage(scope, { ...move, version: 2 }, { now })).toMatchObject({
      value: { pair: { stage: 'video_call', status: 'passed' } },
    });
    const late = { ...move, stage: 'pre_meeting', reason: '이유', effectiveAt: '2023-08-11T03:00:00Z' };
    expect(await moveStage(scope, { ...late, version: 3 }, { now })).toMatchObject({
      refusals: [{ reason: 'pair_closed' }],
    });
    expect((await changeStatus(scope, { pairId, version: 3, status: 'open' }, { now })).ok).toBe(true);
    // Open again today, and closed on the day that the move is entered for.
    expect(await moveStage(scope, { ...late, version: 4 }, { now })).toMatchObject({
      refusals: [{ reason: 'pair_closed' }],
    });
    expect((await readLog()).events.map(({ from, to }) => [from, to])).toEqual([
      [null, 'candidate'],
      ['candidate', 'video_call'],
    ]);
  });

  it('7.18 is judged by the meetings held by then: one of a later day opens no gate', async () => {
    const { scope, pairId, world } = await passedInAugust();
    const meeting = {
      pairId,
      stage: 'video_call',
      startsAt: '2023-04-20T03:00:00Z',
      endsAt: '2023-04-20T04:00:00Z',
    };
    const booked = await bookMeeting(scope, meeting, { now: on('2023-04-01') });
    if (!booked.ok) throw new Error('refused');
    const log = { meetingId: booked.value.meetingId, interest: 3 };
    expect((await recordOutcome(world.as('startup'), log, { now: on('2023-05-01') })).ok).toBe(true);
    const now = on('2023-09-01');
    const version = async () => (await asViewer(scope, (tx) => findPairItem(tx, scope, pairId))).version;
    const moveOn = async (stage: string, day: string) =>
      moveStage(scope, { pairId, stage, version: await version(), effectiveAt: `${day}T05:00:00Z` }, { now });
    expect((await moveOn('video_call', '2023-04-10')).ok).toBe(true);
    expect(await moveOn('pre_meeting', '2023-04-19')).toMatchObject({
      refusals: [{ reason: 'gate_held_meeting' }, { reason: 'gate_outcome' }],
    });
    expect((await moveOn('pre_meeting', '2023-04-21')).ok).toBe(true);
  });
});
