import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { addAmount } from '@/lib/amount/commands/add';
import { bookMeeting } from '@/lib/meeting/commands/book';
import { recordOutcome } from '@/lib/outcome/commands';
import { moveStage } from '@/lib/pair/commands/move';
import { addNote } from '@/lib/pair/commands/notes';
import { changeStatus } from '@/lib/pair/commands/status';
import { undoMoves } from '@/lib/pair/commands/void';
import { listTimeline } from '@/lib/pair/queries/timeline';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { getPair } from './queries';

const database = ownDatabase();

const at = (text: string) => ({ now: new Date(text) });

function done<T>(result: { ok: true; value: T } | { ok: false; refusals: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

/** A pair from its video call over a late move and an undone one to money, told by several people. */
async function told() {
  const world = await smallProgram(database.ownerUrl);
  const officer = world.as('officer');
  const pairId = world.pairOf(world.stepOne, world.firm7);
  const meeting = done(
    await bookMeeting(
      officer,
      {
        pairId,
        stage: 'video_call',
        startsAt: '2023-04-12T00:00:00Z',
        endsAt: '2023-04-12T00:25:00Z',
        link: 'https://meet.example.com/1',
        advance: true,
      },
      at('2023-04-05T01:00:00Z'),
    ),
  );
  done(
    await recordOutcome(
      world.as('startup'),
      { meetingId: meeting.meetingId, interest: 4, asked: ['demo'], note: '데모를 보고 싶어 함' },
      at('2023-04-12T02:00:00Z'),
    ),
  );
  const version = async () => (await getPair(officer, { pairId })).version;
  done(
    await moveStage(
      officer,
      {
        pairId,
        stage: 'pre_meeting',
        effectiveAt: '2023-04-27T13:00:00Z',
        version: await version(),
      },
      at('2023-05-02T01:00:00Z'),
    ),
  );
  const mistake = done(
    await moveStage(
      officer,
      { pairId, stage: 'follow_up', reason: '착오', version: await version() },
      at('2023-05-02T02:00:00Z'),
    ),
  );
  done(await undoMoves(officer, { eventIds: [mistake.eventId] }, at('2023-05-02T03:00:00Z')));
  done(
    await addAmount(
      world.as('startup'),
      { pairId, rung: 'discussed', minor: 50_000_000, currency: 'KRW', effectiveOn: '2023-05-01' },
      at('2023-05-03T01:00:00Z'),
    ),
  );
  done(
    await changeStatus(
      officer,
      { pairId, status: 'on_hold', reasonCode: 'timing', version: await version() },
      at('2023-05-04T01:00:00Z'),
    ),
  );
  return { world, officer, pairId };
}

test('a pair comes with its log in order, voided moves told as such, and who did what by which means', async () => {
  const { officer, pairId } = await told();
  const pair = await getPair(officer, { pairId });
  expect(pair.events.map(({ from, to, voided, reason }) => [from, to, voided, reason])).toEqual([
    [null, 'candidate', false, null],
    ['candidate', 'video_call', false, null],
    ['video_call', 'pre_meeting', false, null],
    ['pre_meeting', 'follow_up', true, '착오'],
  ]);
  expect(pair.events[2]).toMatchObject({
    effectiveAt: '2023-04-27T13:00:00.000Z',
    recordedAt: '2023-05-02T01:00:00.000Z',
    means: 'web',
    by: { name: 'officer' },
  });
  expect(pair.statusEvents).toMatchObject([{ from: 'open', to: 'on_hold', reasonCode: 'timing' }]);
  expect([pair.stage, pair.status]).toEqual(['pre_meeting', 'on_hold']);
  expect(pair.gates).toEqual([
    { needs: 'held_meeting', strength: 'soft' },
    { needs: 'outcome', strength: 'soft' },
  ]);
  expect(pair.amounts).toEqual([
    { rung: 'discussed', minor: 50_000_000, currency: 'KRW', effectiveOn: '2023-05-01' },
  ]);
  expect(pair.amountHistory).toMatchObject([{ rung: 'discussed', source: 'startup', live: true }]);
  expect(pair.meetings).toMatchObject([{ stage: 'video_call', state: 'held', outcome: { interest: 4 } }]);
  expect(pair.outcomes).toMatchObject([{ interest: 4, asked: ['demo'], stands: true }]);
});

test('the story tells everything once, newest first by when it happened, and says what was recorded later', async () => {
  const { officer, pairId } = await told();
  const story = await listTimeline(officer, { pairId });
  const lines = story.map(({ happening, late, voided }) => [
    happening.kind === 'meeting' ? happening.event : happening.kind,
    ...(late ? ['late'] : []),
    ...(voided ? ['voided'] : []),
  ]);
  expect(lines.slice(0, 5)).toEqual([
    ['status'],
    ['void'],
    ['stage', 'voided'],
    ['amount', 'late'],
    ['stage', 'late'],
  ]);
  expect(lines.flat().sort()).toEqual(
    [
      ...['amount', 'booked', 'held', 'outcome', 'stage', 'stage', 'stage', 'stage', 'status', 'void'],
      ...['late', 'late', 'voided'],
    ].sort(),
  );
  expect(story.find(({ happening }) => happening.kind === 'void')?.happening).toEqual({
    kind: 'void',
    of: 'stage',
    what: 'follow_up',
    reason: null,
    isUndo: true,
  });
  expect(story.map((entry) => entry.at)).toEqual(
    story
      .map((entry) => entry.at)
      .sort()
      .reverse(),
  );
});

test('T12 a pair of another startup, of another program and of nobody are all the same: not there', async () => {
  const { world, pairId } = await told();
  const elsewhere = await smallProgram(database.ownerUrl);
  const nobodys = '01900000-0000-7000-8000-000000000000';
  for (const read of [getPair, listTimeline]) {
    await expect(read(world.as('rival'), { pairId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(read(elsewhere.as('officer'), { pairId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(read(world.as('officer'), { pairId: nobodys })).rejects.toMatchObject({
      code: 'not_found',
    });
  }
  expect((await getPair(world.as('startup'), { pairId })).id).toBe(pairId);
});

test('a pair costs as many statements with fifty amounts and notes as with one', async () => {
  const world = await smallProgram(database.ownerUrl);
  const officer = world.as('officer');
  const pairId = world.pairOf(world.stepOne, world.firm7);
  await write(world, pairId, 1);
  const one = await countStatements(() => getPair(officer, { pairId }));
  const story = await countStatements(() => listTimeline(officer, { pairId }));
  await write(world, pairId, 49);
  const fifty = await getPair(officer, { pairId });
  expect([fifty.amountHistory.length, fifty.notes.length]).toEqual([50, 50]);
  expect(await countStatements(() => getPair(officer, { pairId }))).toBe(one);
  expect(await countStatements(() => listTimeline(officer, { pairId }))).toBe(story);
  // Begin, who is asking, the story, commit.
  expect(story).toBe(4);
});

async function write(world: SmallProgram, pairId: string, count: number) {
  for (let n = 0; n < count; n += 1) {
    const amount = {
      pairId,
      rung: 'discussed',
      minor: 10_000_000 + n,
      currency: 'KRW',
      effectiveOn: '2023-05-01',
    };
    done(await addAmount(world.as('officer'), amount, at('2023-05-02T00:00:00Z')));
    done(await addNote(world.as('officer'), { pairId, body: `메모 ${n}`, visibility: 'program' }));
  }
}

/** What went over the wire to PostgreSQL. */
async function countStatements(read: () => Promise<unknown>): Promise<number> {
  const wire = vi.spyOn(pg.Client.prototype, 'query');
  await read();
  const sent = wire.mock.calls.length;
  wire.mockRestore();
  return sent;
}
