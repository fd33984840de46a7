import { describe, expect, test } from 'vitest';
import { listFigureRows } from '@/lib/funnel/queries/rows';
import { moveStage } from '@/lib/pair/commands/move';
import { changeStatus } from '@/lib/pair/commands/status';
import { findPairItem } from '@/lib/pair/queries/item';
import { readPair } from '@/lib/pair/queries/logs';
import { listTimeline } from '@/lib/pair/queries/timeline';
import { asViewer } from '@/lib/platform/database';
import { sayWish } from '@/lib/timetable/commands/wishes';
import { exportRows } from '@/lib/transfer/queries/books';
import { booking, NEXT_SLOT, NOW, SLOT, wordsOf } from '@/scripts/test/booking';
import { accepted, reasonsOf } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { findBookingFacts } from '../queries/booking';
import { findMeeting } from '../queries/find';
import { listMeetings } from '../queries/list';
import { bookMeeting } from './book';
import { cancelMeeting } from './cancel';

const database = ownDatabase();

describe('booking', () => {
  test('a meeting stands with its table, its people and the first line of its log', async () => {
    const world = await smallProgram(database.ownerUrl);
    const people = [world.jiwoo, world.dana];
    const booked = accepted(
      await bookMeeting(world.as('officer'), booking(world, { table: world.table6, contactIds: people }), {
        now: NOW,
      }),
    );
    expect(booked.version).toBe(1);
    const meeting = await findMeeting(world.as('officer'), { meetingId: booked.meetingId });
    expect(meeting).toMatchObject({
      stage: 'main_session',
      state: 'scheduled',
      startsAt: '2023-04-28T18:30:00.000Z',
      endsAt: '2023-04-28T18:55:00.000Z',
      table: { id: world.table6, name: '6' },
      startup: { name: '스텝원' },
      investor: { name: 'Firm 7' },
      outcome: null,
    });
    expect(meeting.participants.map(({ name, side }) => [name, side])).toEqual([
      ['김지우', 'startup'],
      ['Dana Whitlock', 'investor'],
    ]);
    expect(meeting.events.map(({ kind, by }) => [kind, by?.name])).toEqual([['booked', 'officer']]);
  });

  test('with advance the pair moves forward to the stage, and not again when it stands there', async () => {
    const world = await smallProgram(database.ownerUrl);
    const officer = world.as('officer');
    const pairId = world.pairOf(world.stepOne, world.firm7);
    accepted(await bookMeeting(officer, booking(world, { advance: true }), { now: NOW }));
    const moved = await asViewer(officer, (tx) => findPairItem(tx, officer, pairId));
    expect(moved.stage).toBe('main_session');
    accepted(await bookMeeting(officer, booking(world, { ...NEXT_SLOT, advance: true }), { now: NOW }));
    const stays = await asViewer(officer, (tx) => findPairItem(tx, officer, pairId));
    expect(stays.version).toBe(moved.version);
  });

  test('7.12 a time that no calendar of the program has is refused, and none that is taken stays for ever', async () => {
    const world = await smallProgram(database.ownerUrl);
    const officer = world.as('officer');
    const at = (startsAt: string, endsAt: string) =>
      bookMeeting(officer, booking(world, { startsAt, endsAt }), { now: NOW });
    for (const [startsAt, endsAt] of [
      ['9999-12-31T22:30:00-10:00', '9999-12-31T23:00:00-10:00'],
      ['0000-01-01T10:00:00Z', '0000-01-01T10:30:00Z'],
      ['2028-05-10T10:00:00Z', '2028-05-10T10:30:00Z'],
      ['2018-04-10T10:00:00Z', '2018-04-10T10:30:00Z'],
      ['2023-04-28T18:30:00Z', '2023-04-28T18:30:00.001Z'],
      ['2023-04-28T15:00:30Z', '2023-04-28T15:30:30Z'],
      ['2023-04-28T15:00:00Z', '2023-04-28T15:04:00Z'],
    ] as const) {
      expect([startsAt, (await at(startsAt, endsAt)).ok]).toEqual([startsAt, false]);
    }
    for (const day of ['2018-05-01', '2023-04-28', '2028-04-28']) {
      const booked = accepted(await at(`${day}T00:00:00+14:00`, `${day}T00:05:00+14:00`));
      const found = await findMeeting(officer, { meetingId: booked.meetingId });
      expect(Number.isNaN(Date.parse(found.startsAt))).toBe(false);
      expect((await listMeetings(officer, {})).items.map(({ id }) => id)).toContain(booked.meetingId);
      accepted(await cancelMeeting(officer, { ...booked, reason: '착오' }, { now: NOW }));
    }
  });

  test('shows when each side is taken: by what is booked or was held, and not by what was cancelled', async () => {
    const world = await smallProgram(database.ownerUrl);
    const officer = world.as('officer');
    const times = async () => {
      const { startup, investor } = await findBookingFacts(officer, { pair: booking(world).pairId });
      return { startup: startup.busy, investor: investor.busy };
    };
    const booked = accepted(await bookMeeting(officer, booking(world), { now: NOW }));
    const elsewhere = { ...NEXT_SLOT, pairId: world.pairOf(world.stepOne, world.harbor) };
    accepted(await bookMeeting(officer, booking(world, elsewhere), { now: NOW }));
    const first = { meetingId: booked.meetingId, startsAt: '2023-04-28T18:30:00.000Z' };
    const second = { startsAt: '2023-04-28T18:55:00.000Z', with: 'Harbor' };
    expect(await times()).toMatchObject({
      startup: [{ ...first, with: 'Firm 7' }, second],
      investor: [{ ...first, with: '스텝원', withEn: 'StepOne' }],
    });
    accepted(await cancelMeeting(officer, { ...booked, reason: '착오' }, { now: NOW }));
    expect(await times()).toMatchObject({ startup: [second], investor: [] });
  });

  test('7.19 with advance asks the gates of the move, and keeps the reason that the person gives', async () => {
    const world = await smallProgram(database.ownerUrl);
    const officer = world.as('officer');
    const pairId = world.pairOf(world.stepOne, world.firm7);
    const stand = { pairId, stage: 'video_call', version: 1 };
    expect((await moveStage(officer, stand, { now: NOW })).ok).toBe(true);
    const advancing = booking(world, { advance: true });
    const refused = await bookMeeting(officer, advancing, { now: NOW });
    expect(refused.ok ? [] : refused.refusals.map(({ reason, field }) => [reason, field])).toEqual([
      ['gate_held_meeting', ['advanceReason']],
      ['gate_outcome', ['advanceReason']],
    ]);
    const facts = await findBookingFacts(officer, { pair: pairId });
    expect(facts.pair.gates.map(({ needs }) => needs)).toEqual(['held_meeting', 'outcome']);
    expect(facts.startup.busy).toEqual([]);
    accepted(await bookMeeting(officer, { ...advancing, advanceReason: '현장에서 처음 만남' }, { now: NOW }));
    const { events } = await asViewer(officer, (tx) => readPair(tx, officer, pairId));
    expect(events.at(-1)).toMatchObject({
      from: 'video_call',
      to: 'main_session',
      reason: '현장에서 처음 만남',
    });
  });

  test('7.19 a word that bookings once wrote as a reason themselves is told to nobody', async () => {
    const world = await smallProgram(database.ownerUrl);
    const officer = world.as('officer');
    const pairId = world.pairOf(world.stepOne, world.firm7);
    const moved = { pairId, stage: 'video_call', version: 1, reason: 'booked' };
    expect((await moveStage(officer, moved, { now: NOW })).ok).toBe(true);
    const { events } = await asViewer(officer, (tx) => readPair(tx, officer, pairId));
    const timeline = await listTimeline(officer, { pairId });
    const { rows } = await listFigureRows(officer, { figure: 'reached:video_call' });
    const { tables } = await exportRows(officer, { figure: 'reached:video_call' });
    expect(events).toHaveLength(2);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify([events, timeline, rows, tables])).not.toContain('booked');
  });

  test('7.18 a meeting entered late is judged by its own day', async () => {
    const world = await smallProgram(database.ownerUrl);
    const officer = world.as('officer');
    const pairId = world.pairOf(world.stepOne, world.firm7);
    const passed = { pairId, version: 1, status: 'passed', reasonCode: 'sector' };
    const now = new Date('2023-06-01T00:00:00Z');
    expect((await changeStatus(officer, passed, { now })).ok).toBe(true);
    accepted(await bookMeeting(officer, booking(world), { now }));
    const later = booking(world, { startsAt: '2023-06-02T00:00:00Z', endsAt: '2023-06-02T01:00:00Z' });
    expect(await bookMeeting(officer, later, { now })).toMatchObject({
      refusals: [{ reason: 'pair_closed' }],
    });
  });

  test('what cannot be is refused at its field', async () => {
    const world = await smallProgram(database.ownerUrl);
    const other = await smallProgram(database.ownerUrl);
    const refused = async (more: Record<string, unknown>) => {
      const result = await bookMeeting(world.as('officer'), booking(world, more), { now: NOW });
      return result.ok ? [] : result.refusals.map(({ reason, field }) => [reason, field]);
    };
    expect(await refused({ endsAt: SLOT.startsAt })).toEqual([['ends_before_start', ['endsAt']]]);
    expect(await refused({ endsAt: '2023-04-29T06:31:00Z' })).toEqual([['too_long_meeting', ['endsAt']]]);
    expect(await refused({ table: other.table6 })).toEqual([['no_such_table', ['table']]]);
    expect(await refused({ contactIds: [world.jiwoo, world.stranger] })).toEqual([
      ['not_a_participant', ['contactIds', 1]],
    ]);
    expect(await refused({ stage: 'candidate' })).toEqual([['not_in_list', ['stage']]]);
    expect(await refused({ startsAt: '2023-04-28T14:30:00' })).toEqual([['not_datetime', ['startsAt']]]);
    expect(await refused({ link: 'javascript:alert(1)' })).toEqual([['not_a_url', ['link']]]);
    await expect(
      bookMeeting(world.as('officer'), booking(world, { pairId: other.pairOf(other.stepOne, other.firm7) })),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  test('7.5 of a pair with a no-thanks asks for a reason, in the same words whosever it is, and tells the startup nothing', async () => {
    const told: unknown[][] = [];
    for (const [who, side] of [
      ['startup', 'startup'],
      ['officer', 'investor'],
      ['officer', 'office'],
    ] as const) {
      const world = await smallProgram(database.ownerUrl);
      const officer = world.as('officer');
      const pairId = world.pairOf(world.stepOne, world.firm7);
      expect((await findBookingFacts(officer, { pair: pairId })).pair.notToMeet).toBe(false);
      accepted(await sayWish(world.as(who), { pairId, said: 'no_thanks', side }));
      expect((await findBookingFacts(officer, { pair: pairId })).pair.notToMeet).toBe(true);
      for (const reason of [undefined, '', '  ']) {
        const refused = await bookMeeting(officer, booking(world, { reason }), { now: NOW });
        told.push([reasonsOf(refused), wordsOf(refused, 'ko'), wordsOf(refused, 'en')]);
      }
      const reason = '두 대표가 서로 만나기로 함';
      const { meetingId } = accepted(await bookMeeting(officer, booking(world, { reason }), { now: NOW }));
      const asStartup = JSON.stringify([
        await findMeeting(world.as('startup'), { meetingId }),
        await asViewer(world.as('startup'), (tx) => tx.auditEntry.findMany()),
      ]);
      expect(asStartup).not.toContain(reason);
      const trail = await asViewer(officer, (tx) => tx.auditEntry.findMany({ where: { pairId } }));
      expect(JSON.stringify(trail)).toContain(reason);
    }
    expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(told[0]?.[0]).toEqual(['gate_no_thanks']);
  });

  test.each(['startup', 'rival', 'manager'] as const)('a %s books nothing', async (who) => {
    const world = await smallProgram(database.ownerUrl);
    await expect(bookMeeting(world.as(who), booking(world))).rejects.toMatchObject({ code: 'forbidden' });
    expect((await listMeetings(world.as('officer'), {})).items).toEqual([]);
  });
});
