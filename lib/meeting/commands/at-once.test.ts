import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { recordOutcome } from '@/lib/outcome/commands';
import { archiveStartup, restoreStartup } from '@/lib/party/commands/parties';
import { asViewer } from '@/lib/platform/database';
import { addTables, archiveTable, restoreTable } from '@/lib/program/commands/tables';
import { lockForPublishing } from '@/lib/timetable/commands/apply';
import { withClient } from '@/scripts/database/connection';
import { bookMeeting } from './book';
import { markMeeting } from './mark';
import { moveMeeting } from './move';

/* Changes that meet each other: every round both begin at the same moment. */

let program: SmallProgram;
let tableId: string;
let pairId: string;
const ROUNDS = Array.from({ length: 12 }, (_, round) => round);

beforeAll(async () => {
  program = await smallProgram('at-once');
  tableId = expectDone(await addTables(program.office, { names: ['1'] })).tables[0]?.id ?? '';
  const [pair] = await owner('select id from pair where startup_id = $1 order by id', [
    program.startupIds[0],
  ]);
  pairId = pair?.id;
});
afterAll(() => program.end());

const owner = (sql: string, values: unknown[] = []) =>
  withClient(program.ownerUrl, async (client) => (await client.query(sql, values)).rows);
const DAY = 24 * 60 * 60 * 1000;
const timeIn = (days: number) => {
  const startsAt = new Date(Math.floor(Date.now() / DAY) * DAY + days * DAY + 3 * 60 * 60 * 1000);
  const endsAt = new Date(startsAt.getTime() + 25 * 60 * 1000);
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
};
const book = (days: number, more: object = {}) =>
  bookMeeting(program.office, { pairId, stage: 'main_session', ...timeIn(days), ...more });
const outcomeOf = (promise: Promise<{ ok: boolean }>) =>
  promise.then(
    ({ ok }) => (ok ? 'done' : 'refused'),
    (error: { code?: string }) => error.code ?? 'error',
  );
const callOff = () => owner(`update meeting set state = 'cancelled' where state = 'scheduled'`);

describe('7.22 two at once', () => {
  it('7.22 a table is archived or booked, never both', async () => {
    for (const round of ROUNDS) {
      const ended = await Promise.all([
        outcomeOf(book(10 + round, { table: tableId })),
        outcomeOf(archiveTable(program.office, { tableId })),
      ]);
      expect([round, ...[...ended].sort()]).toEqual([round, 'done', 'refused']);
      await callOff();
      await restoreTable(program.office, { tableId });
    }
  });

  it('7.22 a startup is archived or booked, never both', async () => {
    const startupId = program.startupIds[0];
    for (const round of ROUNDS) {
      const [row] = await owner('select version from startup where id = $1', [startupId]);
      const ended = await Promise.all([
        outcomeOf(book(30 + round)),
        outcomeOf(archiveStartup(program.office, { startupId, version: row?.version })),
      ]);
      expect([round, ended.filter((each) => each === 'done').length]).toEqual([round, 1]);
      await callOff();
      const [now] = await owner('select version, archived_at from startup where id = $1', [startupId]);
      if (now?.archived_at)
        expectDone(await restoreStartup(program.office, { startupId, version: now.version }));
    }
  });

  it('7.22 a table is archived or a cancelled meeting comes back to it, never both', async () => {
    for (const round of ROUNDS) {
      const meeting = expectDone(await book(100 + round, { table: tableId }));
      await callOff();
      const ended = await Promise.all([
        outcomeOf(markMeeting(program.office, { ...meeting, state: 'scheduled' })),
        outcomeOf(archiveTable(program.office, { tableId })),
      ]);
      expect([round, ...[...ended].sort()]).toEqual([round, 'done', 'refused']);
      await callOff();
      await restoreTable(program.office, { tableId });
    }
  });

  it('7.22 a startup is archived or its meeting that is over moved ahead, never both', async () => {
    const startupId = program.startupIds[0];
    for (const round of ROUNDS) {
      const meeting = expectDone(await book(-20 - round));
      const [row] = await owner('select version from startup where id = $1', [startupId]);
      const ended = await Promise.all([
        outcomeOf(moveMeeting(program.office, { ...meeting, ...timeIn(130 + round) })),
        outcomeOf(archiveStartup(program.office, { startupId, version: row?.version })),
      ]);
      expect([round, ended.filter((each) => each === 'done').length]).toEqual([round, 1]);
      await callOff();
      const [now] = await owner('select version, archived_at from startup where id = $1', [startupId]);
      if (now?.archived_at)
        expectDone(await restoreStartup(program.office, { startupId, version: now.version }));
    }
  });

  it('7.22 outcomes and publications take pair and meeting in one order: none is ended for a deadlock', async () => {
    const { meetingId } = expectDone(await book(60));
    await owner(
      `update meeting set starts_at = now() - interval '1 day', ends_at = now() - interval '1 day' + interval '25 minutes' where id = $1`,
      [meetingId],
    );
    const publishing = () =>
      asViewer(program.office, (tx) => lockForPublishing(tx, program.office, 'main_session', [pairId]));
    for (const round of ROUNDS) {
      const [ended] = await Promise.all([
        recordOutcome(program.office, { meetingId, interest: 1 + (round % 5) }),
        publishing(),
        publishing(),
      ]);
      expect([round, ended.ok]).toEqual([round, true]);
    }
    const [last] = await owner('select interest from pair where id = $1', [pairId]);
    expect(last?.interest).toBe(1 + (11 % 5));
  });
});
