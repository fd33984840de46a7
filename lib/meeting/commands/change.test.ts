import { describe, expect, test } from 'vitest';
import { booking, NEXT_SLOT, NOW, SLOT } from '@/scripts/test/booking';
import { accepted } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { findMeeting } from '../queries/find';
import { bookMeeting } from './book';
import { cancelMeeting } from './cancel';
import { changeMeeting } from './change';
import { markMeeting } from './mark';
import { moveMeeting } from './move';

const database = ownDatabase();

describe('changing', () => {
  test('T31 a stale version is refused with the meeting as it stands', async () => {
    const world = await smallProgram(database.ownerUrl);
    const officer = world.as('officer');
    const booked = accepted(await bookMeeting(officer, booking(world), { now: NOW }));
    accepted(await moveMeeting(officer, { ...booked, ...NEXT_SLOT, reason: '요청' }, { now: NOW }));
    for (const change of [
      moveMeeting(officer, { ...booked, ...SLOT }, { now: NOW }),
      changeMeeting(officer, { ...booked, link: null }, { now: NOW }),
      cancelMeeting(officer, { ...booked, reason: '중복' }, { now: NOW }),
      markMeeting(officer, { ...booked, state: 'held' }, { now: NOW }),
    ]) {
      expect(await change).toMatchObject({
        ok: false,
        refusals: [{ reason: 'stale', current: { version: 2, startsAt: '2023-04-28T18:55:00.000Z' } }],
      });
    }
  });

  test('a move keeps the table and link it does not name, and gives up what it names as null', async () => {
    const world = await smallProgram(database.ownerUrl);
    const officer = world.as('officer');
    const place = { table: world.table6, link: 'https://meet.example/a' };
    const booked = accepted(await bookMeeting(officer, booking(world, place), { now: NOW }));
    const moved = accepted(await moveMeeting(officer, { ...booked, ...NEXT_SLOT }, { now: NOW }));
    expect(await findMeeting(officer, { meetingId: moved.meetingId })).toMatchObject({
      table: { name: '6' },
      link: place.link,
    });
    accepted(await moveMeeting(officer, { ...moved, ...NEXT_SLOT, table: null }, { now: NOW }));
    expect(await findMeeting(officer, { meetingId: moved.meetingId })).toMatchObject({
      table: null,
      link: place.link,
    });
  });

  test('7.12 a move to the same time, table and link is told and changes nothing', async () => {
    const world = await smallProgram(database.ownerUrl);
    const officer = world.as('officer');
    const booked = accepted(await bookMeeting(officer, booking(world), { now: NOW }));
    const again = await moveMeeting(officer, { ...booked, ...SLOT }, { now: NOW });
    expect(again).toMatchObject({ ok: false, refusals: [{ reason: 'same_time', field: ['startsAt'] }] });
    expect(await findMeeting(officer, { meetingId: booked.meetingId })).toMatchObject({ version: 1 });
  });

  test('people and link change without moving anybody', async () => {
    const world = await smallProgram(database.ownerUrl);
    const officer = world.as('officer');
    const booked = accepted(
      await bookMeeting(officer, booking(world, { contactIds: [world.jiwoo] }), { now: NOW }),
    );
    const link = 'https://meet.example/b';
    accepted(await changeMeeting(officer, { ...booked, link, contactIds: [world.dana] }, { now: NOW }));
    const meeting = await findMeeting(officer, { meetingId: booked.meetingId });
    expect(meeting).toMatchObject({ link, version: 2, startsAt: '2023-04-28T18:30:00.000Z' });
    expect(meeting.participants.map((person) => person.name)).toEqual(['Dana Whitlock']);
    expect(meeting.events.map((event) => event.kind)).toEqual(['booked', 'changed']);
  });
});
