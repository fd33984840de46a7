import { describe, expect, test } from 'vitest';
import { withClient } from '@/scripts/database/connection';
import { booking, NEXT_SLOT, NOW, wordsOf } from '@/scripts/test/booking';
import { accepted, reasonsOf } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { findMeeting } from '../queries/find';
import { listMeetings } from '../queries/list';
import { bookMeeting } from './book';
import { cancelMeeting } from './cancel';
import { markMeeting } from './mark';
import { moveMeeting } from './move';

const database = ownDatabase();

describe('clashes, as the database finds them', () => {
  test('a startup in two places: who meets whom at what time, in both languages', async () => {
    const world = await smallProgram(database.ownerUrl);
    accepted(await bookMeeting(world.as('officer'), booking(world), { now: NOW }));
    const pairId = world.pairOf(world.stepOne, world.harbor);
    const clash = await bookMeeting(world.as('officer'), booking(world, { pairId }), { now: NOW });
    expect(clash).toMatchObject({ refusals: [{ reason: 'startup_busy', field: ['startsAt'] }] });
    expect(wordsOf(clash, 'ko')).toEqual(['스텝원은 14:30 EDT에 이미 Firm 7과 만납니다.']);
    expect(wordsOf(clash, 'en')).toEqual(['StepOne already meets Firm 7 at 14:30 EDT.']);
  });

  test('a stage held on other clocks than the venue’s tells the time on its own', async () => {
    const world = await smallProgram(database.ownerUrl);
    await withClient(database.ownerUrl, (client) =>
      client.query(
        `insert into program_stage (program_id, stage, starts_on, ends_on, time_zone)
         values ($1, 'follow_up', '2023-05-01', '2023-11-30', 'Asia/Seoul')`,
        [world.programId],
      ),
    );
    const later = { stage: 'follow_up', startsAt: '2023-05-02T01:00:00Z', endsAt: '2023-05-02T01:25:00Z' };
    accepted(await bookMeeting(world.as('officer'), booking(world, later), { now: NOW }));
    const pairId = world.pairOf(world.stepOne, world.harbor);
    const clash = await bookMeeting(world.as('officer'), booking(world, { pairId, ...later }), { now: NOW });
    expect(wordsOf(clash, 'en')).toEqual(['StepOne already meets Firm 7 at 10:00 KST.']);
  });

  test('an investor in two places', async () => {
    const world = await smallProgram(database.ownerUrl);
    accepted(await bookMeeting(world.as('officer'), booking(world), { now: NOW }));
    const pairId = world.pairOf(world.rival, world.firm7);
    const clash = await bookMeeting(world.as('officer'), booking(world, { pairId }), { now: NOW });
    expect(clash).toMatchObject({ refusals: [{ reason: 'investor_busy', field: ['startsAt'] }] });
    expect(wordsOf(clash, 'ko')).toEqual(['Firm 7은 14:30 EDT에 이미 스텝원과 만납니다.']);
    expect(wordsOf(clash, 'en')).toEqual(['Firm 7 already meets StepOne at 14:30 EDT.']);
  });

  test('a table given twice, with the word for a table where its name is bare', async () => {
    const world = await smallProgram(database.ownerUrl);
    const elsewhere = { pairId: world.pairOf(world.rival, world.harbor) };
    accepted(await bookMeeting(world.as('officer'), booking(world, { table: world.table6 }), { now: NOW }));
    const clash = await bookMeeting(
      world.as('officer'),
      booking(world, { ...elsewhere, table: world.table6 }),
    );
    expect(clash).toMatchObject({ refusals: [{ reason: 'table_busy', field: ['table'] }] });
    expect(wordsOf(clash, 'ko')).toEqual(['테이블 6은 14:30 EDT에 이미 스텝원과 Firm 7이 씁니다.']);
    expect(wordsOf(clash, 'en')).toEqual(['Table 6 is taken at 14:30 EDT by StepOne and Firm 7.']);
  });

  test('a half-overlapping move is refused too, and leaves the meeting where it was', async () => {
    const world = await smallProgram(database.ownerUrl);
    const officer = world.as('officer');
    accepted(await bookMeeting(officer, booking(world), { now: NOW }));
    const pairId = world.pairOf(world.stepOne, world.harbor);
    const second = accepted(
      await bookMeeting(officer, booking(world, { pairId, ...NEXT_SLOT }), { now: NOW }),
    );
    const moved = await moveMeeting(
      officer,
      { ...second, startsAt: '2023-04-28T18:40:00Z', endsAt: '2023-04-28T19:05:00Z' },
      { now: NOW },
    );
    expect(wordsOf(moved, 'en')).toEqual(['StepOne already meets Firm 7 at 14:30 EDT.']);
    const stands = await findMeeting(officer, { meetingId: second.meetingId });
    expect([stands.startsAt, stands.version, stands.events.length]).toEqual([
      '2023-04-28T18:55:00.000Z',
      1,
      1,
    ]);
  });

  test('M4 a cancelled or missed meeting gives its time back; a mark taken back does not take it again', async () => {
    const world = await smallProgram(database.ownerUrl);
    const officer = world.as('officer');
    const first = accepted(await bookMeeting(officer, booking(world), { now: NOW }));
    const missed = accepted(
      await markMeeting(officer, { ...first, state: 'no_show', side: 'investor' }, { now: NOW }),
    );
    const pairId = world.pairOf(world.stepOne, world.harbor);
    const second = accepted(await bookMeeting(officer, booking(world, { pairId }), { now: NOW }));
    const reopened = await markMeeting(officer, { ...missed, state: 'held' }, { now: NOW });
    expect(wordsOf(reopened, 'ko')).toEqual(['스텝원은 14:30 EDT에 이미 Harbor와 만납니다.']);
    accepted(await cancelMeeting(officer, { ...second, reason: '일정 변경' }, { now: NOW }));
    accepted(await markMeeting(officer, { ...missed, state: 'held' }, { now: NOW }));
  });

  test('T33 50 parallel bookings of one slot give exactly one, the others are told who is there', async () => {
    const world = await smallProgram(database.ownerUrl);
    const pairs = [world.pairOf(world.stepOne, world.firm7), world.pairOf(world.stepOne, world.harbor)];
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        bookMeeting(world.as('officer'), booking(world, { pairId: pairs[n % 2], table: world.table6 }), {
          now: NOW,
        }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    for (const result of results.filter((each) => !each.ok)) {
      expect(['startup_busy', 'table_busy', 'investor_busy']).toContain(reasonsOf(result)[0]);
    }
    expect((await listMeetings(world.as('officer'), {})).items).toHaveLength(1);
  });
});
