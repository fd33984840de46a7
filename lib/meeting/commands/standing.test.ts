import { describe, expect, test } from 'vitest';
import { AppError } from '@/lib/core/errors';
import type { Result } from '@/lib/core/result';
import { changeStatus } from '@/lib/pair/commands/status';
import {
  archiveInvestor,
  archiveStartup,
  restoreInvestor,
  restoreStartup,
} from '@/lib/party/commands/parties';
import { asViewer } from '@/lib/platform/database';
import { archiveTable, restoreTable } from '@/lib/program/commands/tables';
import { sayWish } from '@/lib/timetable/commands/wishes';
import { booking, NEXT_SLOT, NOW, SLOT, wordsOf } from '@/scripts/test/booking';
import { accepted, reasonsOf } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { findMeeting } from '../queries/find';
import { bookMeeting } from './book';
import { cancelMeeting } from './cancel';
import { markMeeting } from './mark';
import { moveMeeting } from './move';

/* A meeting that comes to stand is asked what a booking is asked, whichever change brings it there. */

const database = ownDatabase();

/** SLOT is over at NOW; these two are to come, an hour apart on one day of the venue, and one a day later. */
const AHEAD = { startsAt: '2023-04-30T14:00:00Z', endsAt: '2023-04-30T14:25:00Z' };
const SAME_DAY = { startsAt: '2023-04-30T15:00:00Z', endsAt: '2023-04-30T15:25:00Z' };
const NEXT_DAY = { startsAt: '2023-05-01T14:00:00Z', endsAt: '2023-05-01T14:25:00Z' };
const at = { now: NOW };

type Meeting = { meetingId: string; version: number };

const booked = async (world: SmallProgram, when: object, more: object = {}) =>
  accepted(await bookMeeting(world.as('officer'), booking(world, { ...when, ...more }), at));
const cancelled = async (world: SmallProgram, when: object, more: object = {}): Promise<Meeting> =>
  accepted(
    await cancelMeeting(
      world.as('officer'),
      { ...(await booked(world, when, more)), reason: '투자사 사정' },
      at,
    ),
  );
const revive = (world: SmallProgram, meeting: Meeting, more: object = {}) =>
  markMeeting(world.as('officer'), { ...meeting, state: 'scheduled', ...more }, at);
const move = (world: SmallProgram, meeting: Meeting, to: object) =>
  moveMeeting(world.as('officer'), { ...meeting, ...to }, at);
const close = async (world: SmallProgram) => {
  const pairId = world.pairOf(world.stepOne, world.firm7);
  const passed = { pairId, version: 1, status: 'passed', reasonCode: 'sector' };
  expect((await changeStatus(world.as('officer'), passed, at)).ok).toBe(true);
};
const sayNoThanks = async (world: SmallProgram) => {
  const pairId = world.pairOf(world.stepOne, world.firm7);
  accepted(await sayWish(world.as('officer'), { pairId, said: 'no_thanks', side: 'office' }));
};
/** Also of an archived party, whose meetings are in no list. */
const stateOf = (world: SmallProgram, { meetingId: id }: Meeting) =>
  asViewer(world.as('officer'), async (tx) => {
    const { state, startsAt } = await tx.meeting.findFirstOrThrow({ where: { id } });
    return [state, startsAt.getTime()];
  });

/** The reasons of a refusal, or the code of what is not there. */
async function ended(change: Promise<Result<unknown>>): Promise<string[]> {
  try {
    return reasonsOf(await change);
  } catch (error) {
    if (error instanceof AppError) return [error.code];
    throw error;
  }
}

const ARCHIVES = {
  table: {
    refusal: 'no_such_table',
    archive: (world: SmallProgram) => archiveTable(world.as('officer'), { tableId: world.table6 }, at),
    restore: (world: SmallProgram) => restoreTable(world.as('officer'), { tableId: world.table6 }, at),
  },
  startup: {
    refusal: 'not_found',
    archive: (world: SmallProgram) =>
      archiveStartup(world.as('officer'), { startupId: world.stepOne, version: 1 }, at),
    restore: (world: SmallProgram) =>
      restoreStartup(world.as('officer'), { startupId: world.stepOne, version: 2 }, at),
  },
  investor: {
    refusal: 'not_found',
    archive: (world: SmallProgram) =>
      archiveInvestor(world.as('officer'), { investorId: world.firm7, version: 1 }, at),
    restore: (world: SmallProgram) =>
      restoreInvestor(world.as('officer'), { investorId: world.firm7, version: 2 }, at),
  },
} as const;
const KINDS = ['table', 'startup', 'investor'] as const;

describe('7.22 what is archived has no meeting ahead', () => {
  test.each(KINDS)('7.22 a cancelled meeting does not come back ahead of an archived %s', async (kind) => {
    const { refusal, archive, restore } = ARCHIVES[kind];
    const world = await smallProgram(database.ownerUrl);
    const meeting = await cancelled(world, AHEAD, { table: world.table6 });
    const over = await cancelled(world, SLOT, { table: world.table6 });
    expect((await archive(world)).ok).toBe(true);
    expect(await ended(revive(world, meeting))).toEqual([refusal]);
    expect(await stateOf(world, meeting)).toEqual(['cancelled', Date.parse(AHEAD.startsAt)]);
    accepted(await revive(world, over));
    expect((await restore(world)).ok).toBe(true);
    accepted(await revive(world, meeting));
  });

  test.each(KINDS)('7.22 a meeting that is over is not moved ahead of an archived %s', async (kind) => {
    const { refusal, archive, restore } = ARCHIVES[kind];
    const world = await smallProgram(database.ownerUrl);
    const meeting = await booked(world, SLOT, { table: world.table6 });
    expect((await archive(world)).ok).toBe(true);
    expect(await ended(move(world, meeting, AHEAD))).toEqual([refusal]);
    const corrected = accepted(await move(world, meeting, NEXT_SLOT));
    expect(await stateOf(world, meeting)).toEqual(['scheduled', Date.parse(NEXT_SLOT.startsAt)]);
    expect((await restore(world)).ok).toBe(true);
    accepted(await move(world, corrected, AHEAD));
  });

  test('7.22 nor does a mark that is taken back while the meeting lasts, which its startup may do otherwise', async () => {
    const world = await smallProgram(database.ownerUrl);
    const ours = world.as('startup');
    const during = { now: new Date('2023-04-28T18:40:00Z') };
    const first = await booked(world, SLOT, { table: world.table6 });
    const missing = { state: 'no_show', side: 'investor' };
    const missed = accepted(await markMeeting(ours, { ...first, ...missing }, during));
    const back = accepted(await markMeeting(ours, { ...missed, state: 'scheduled' }, during));
    const again = accepted(await markMeeting(ours, { ...back, ...missing }, during));
    accepted(await archiveTable(world.as('officer'), { tableId: world.table6 }, during));
    const refused = await markMeeting(ours, { ...again, state: 'scheduled' }, during);
    expect(reasonsOf(refused)).toEqual(['no_such_table']);
  });
});

describe('7.18 a closed pair', () => {
  test('7.18 gets no cancelled meeting back but one of a day on which it was open', async () => {
    const world = await smallProgram(database.ownerUrl);
    const meeting = await cancelled(world, AHEAD);
    const over = await cancelled(world, SLOT);
    await close(world);
    const refused = await revive(world, meeting);
    expect(reasonsOf(refused)).toEqual(['pair_closed']);
    expect(wordsOf(refused, 'ko')).toEqual([
      '종료된 매칭에는 상담을 예약할 수 없습니다. 먼저 매칭을 다시 여세요.',
    ]);
    expect(wordsOf(refused, 'en')).toEqual([
      'A closed pair cannot have new meetings. Reopen the pair first.',
    ]);
    accepted(await revive(world, over));
  });

  test('7.18 keeps the day of a meeting that stands, and gets no other', async () => {
    const world = await smallProgram(database.ownerUrl);
    const meeting = await booked(world, AHEAD);
    const over = await booked(world, SLOT);
    await close(world);
    expect(await ended(move(world, meeting, NEXT_DAY))).toEqual(['pair_closed']);
    expect(await ended(move(world, over, NEXT_DAY))).toEqual(['pair_closed']);
    const later = accepted(await move(world, meeting, SAME_DAY));
    accepted(await move(world, later, { ...SAME_DAY, table: world.table6 }));
    accepted(await move(world, over, NEXT_SLOT));
  });

  test('7.18 gets no meeting that began already put off to later the same day', async () => {
    const world = await smallProgram(database.ownerUrl);
    const meeting = await booked(world, SLOT);
    const now = new Date('2023-04-28T19:00:00Z');
    const passed = { pairId: world.pairOf(world.stepOne, world.firm7), version: 1, status: 'passed' };
    expect((await changeStatus(world.as('officer'), { ...passed, reasonCode: 'sector' }, { now })).ok).toBe(
      true,
    );
    const later = { startsAt: '2023-04-28T20:00:00Z', endsAt: '2023-04-28T20:25:00Z' };
    const put = await moveMeeting(world.as('officer'), { ...meeting, ...later }, { now });
    expect(reasonsOf(put)).toEqual(['pair_closed']);
  });
});

describe('7.19 a pair with a no-thanks', () => {
  const WHY = '두 대표가 다시 만나기로 함';

  /** What the startup can read of the meeting, and what the office's trail says of its pair. */
  async function trails(world: SmallProgram, { meetingId }: Meeting) {
    const pairId = world.pairOf(world.stepOne, world.firm7);
    const read = (who: 'startup' | 'officer') =>
      asViewer(world.as(who), (tx) => tx.auditEntry.findMany({ where: { pairId } }));
    const asStartup = [await findMeeting(world.as('startup'), { meetingId }), await read('startup')];
    return { asStartup: JSON.stringify(asStartup), asOffice: JSON.stringify(await read('officer')) };
  }

  test('7.19 gets a cancelled meeting back for a reason, which the office alone reads', async () => {
    const world = await smallProgram(database.ownerUrl);
    const meeting = await cancelled(world, AHEAD);
    await sayNoThanks(world);
    const refused = await revive(world, meeting, { reason: '  ' });
    expect(refused).toMatchObject({ refusals: [{ reason: 'gate_no_thanks', field: ['reason'] }] });
    accepted(await revive(world, meeting, { reason: WHY }));
    const { asStartup, asOffice } = await trails(world, meeting);
    expect(asStartup).not.toContain(WHY);
    expect(asOffice).toContain(WHY);
  });

  test('7.19 is moved from behind to ahead for a reason of its own, not for the one that both sides read', async () => {
    const world = await smallProgram(database.ownerUrl);
    const meeting = await booked(world, SLOT);
    await sayNoThanks(world);
    const reason = '장소 사정';
    const refused = await move(world, meeting, { ...AHEAD, reason });
    expect(refused).toMatchObject({ refusals: [{ reason: 'gate_no_thanks', field: ['meetReason'] }] });
    const moved = accepted(await move(world, meeting, { ...AHEAD, reason, meetReason: WHY }));
    const { asStartup, asOffice } = await trails(world, meeting);
    expect(asStartup).toContain(reason);
    expect(asStartup).not.toContain(WHY);
    expect(asOffice).toContain(WHY);
    accepted(await move(world, moved, NEXT_DAY));
  });

  test('7.19 has a mark taken back without a word, also once it is closed', async () => {
    const world = await smallProgram(database.ownerUrl);
    const meeting = await booked(world, SLOT);
    await sayNoThanks(world);
    await close(world);
    const held = accepted(await markMeeting(world.as('officer'), { ...meeting, state: 'held' }, at));
    accepted(await revive(world, held));
  });
});
