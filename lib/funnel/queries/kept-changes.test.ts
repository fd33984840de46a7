import { beforeAll, expect, test } from 'vitest';
import { addAmount } from '@/lib/amount/commands/add';
import { parseDay } from '@/lib/core/days';
import type { Result } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { bookMeeting } from '@/lib/meeting/commands/book';
import { markMeeting } from '@/lib/meeting/commands/mark';
import { moveStage } from '@/lib/pair/commands/move';
import { changeStatus } from '@/lib/pair/commands/status';
import { voidEvent } from '@/lib/pair/commands/void';
import { findPairItem } from '@/lib/pair/queries/item';
import { addInvestor, archiveInvestor, archiveStartup, restoreStartup } from '@/lib/party/commands/parties';
import { asViewer } from '@/lib/platform/database';
import { editProgram } from '@/lib/program/commands/programs';
import { setFxRate } from '@/lib/program/commands/rates';
import { clocksOf } from '@/lib/program/rules';
import { withClient } from '@/scripts/database/connection';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { keptOf } from '../rules/across';
import { getFunnel } from './funnel';
import { countAndKeep, findKept } from './kept';

const database = ownDatabase();
let world: SmallProgram;
let pairId: string;
/** With the program's zone as it is now. */
let officer: ProgramScope;
let movedBy = '';
beforeAll(async () => {
  world = await smallProgram(database.ownerUrl);
  officer = world.as('officer');
  pairId = world.pairOf(world.stepOne, world.firm7);
});

/** In Seoul it is the 12th already, in New York still the 11th. */
const MORNING = new Date('2023-04-11T20:00:00Z');
const LATER = new Date('2023-04-20T00:00:00Z');
const DAYS = ['2023-04-11', '2023-05-01', '2030-01-01'];

const versionOf = (id: string) =>
  asViewer(officer, async (tx) => (await findPairItem(tx, officer, id)).version);

async function rowVersion(table: 'startup' | 'investor', id: string): Promise<number> {
  return withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query(`select version from ${table} where id = $1`, [id]);
    return rows[0]?.version;
  });
}

const usd = { pairId: '', minor: 5_000_000, currency: 'USD', effectiveOn: '2023-04-11' };

/** Everything that a kept funnel depends on, one after the other, by the doors through which it changes. */
const CHANGES: Record<string, () => Promise<Result<unknown>>> = {
  'a move': async () => {
    const moved = await moveStage(officer, { pairId, version: 1, stage: 'video_call' }, { now: MORNING });
    if (moved.ok) movedBy = moved.value.eventId;
    return moved;
  },
  'an amount': () =>
    addAmount(officer, { ...usd, pairId, rung: 'discussed', effectiveOn: '2023-04-12' }, { now: LATER }),
  'a rate': () =>
    setFxRate(officer, { base: 'USD', quote: 'KRW', rate: '1340', on: '2023-04-01', source: '한국은행' }),
  'a change of status': async () => {
    const passed = { pairId, version: await versionOf(pairId), status: 'passed', reasonCode: 'sector' };
    return changeStatus(officer, passed, { now: LATER });
  },
  'a meeting that was held': async () => {
    const other = world.pairOf(world.rival, world.firm7);
    const when = { startsAt: '2023-04-15T00:00:00Z', endsAt: '2023-04-15T01:00:00Z' };
    const booked = await bookMeeting(
      officer,
      { pairId: other, stage: 'video_call', ...when },
      { now: MORNING },
    );
    return booked.ok ? markMeeting(officer, { ...booked.value, state: 'held' }, { now: LATER }) : booked;
  },
  'the home zone of its program': async () => {
    const changed = await editProgram(officer, { version: 1, changes: { homeZone: 'America/New_York' } });
    officer = { ...officer, program: { ...officer.program, homeZone: 'America/New_York' } };
    return changed;
  },
  'a void': () => voidEvent(officer, { pairId, eventId: movedBy, reason: '오기' }, { now: LATER }),
  'an archived startup': async () =>
    archiveStartup(officer, { startupId: world.rival, version: await rowVersion('startup', world.rival) }),
  'a startup that came back': async () =>
    restoreStartup(officer, { startupId: world.rival, version: await rowVersion('startup', world.rival) }),
  'an archived investor': async () =>
    archiveInvestor(officer, {
      investorId: world.harbor,
      version: await rowVersion('investor', world.harbor),
    }),
  'an investor with its pairs': () => addInvestor(officer, { name: 'Cove' }),
};

/** By day and all at once, what a reader of many programs gets, and whether it had been kept. */
function read() {
  return Promise.all(
    DAYS.map((asOf) =>
      asViewer(officer, async (tx) => {
        const clocks = clocksOf(officer.program, new Date(), parseDay(asOf));
        const kept = (await findKept(tx, [{ programId: world.programId, clocks }])).get(world.programId);
        return { wasKept: kept !== undefined, funnel: kept ?? (await countAndKeep(tx, officer, clocks)) };
      }),
    ),
  );
}

test.each(Object.keys(CHANGES))('7.23 a kept funnel is counted anew after %s', async (what) => {
  await read();
  const before = await read();
  expect(before.map(({ wasKept }) => wasKept)).toEqual(DAYS.map(() => true));
  const changed = await (CHANGES[what] as () => Promise<Result<unknown>>)();
  expect(changed).toMatchObject({ ok: true });
  const after = await read();
  expect(after.map(({ wasKept }) => wasKept)).toEqual(DAYS.map(() => false));
  const counted = await Promise.all(DAYS.map(async (asOf) => keptOf(await getFunnel(officer, { asOf }))));
  expect(after.map(({ funnel }) => funnel)).toEqual(counted);
  expect(counted).not.toEqual(before.map(({ funnel }) => funnel));
});
