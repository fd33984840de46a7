import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readProgramsAddress, type SharedFilter } from '@/components/funnel/programs-address';
import type { Day } from '@/lib/core/days';
import type { ProgramScope } from '@/lib/core/scope';
import { disconnect } from '@/lib/platform/database';
import { createTestDatabase, type TestDatabase } from '@/scripts/database/test-database';
import { smallProgram } from '@/scripts/test/small-program';
import { loadCompared } from './load';

let database: TestDatabase;
let manager: ProgramScope;
beforeAll(async () => {
  database = await createTestDatabase('empty');
  vi.stubEnv('DATABASE_APP_URL', database.appUrl);
  manager = (await smallProgram(database.ownerUrl)).as('manager');
});
afterAll(async () => {
  await disconnect();
  await database.drop();
  vi.unstubAllEnvs();
});

const NONE = readProgramsAddress('') as SharedFilter;
const moment = { days: 5, asOf: '2023-05-03' as Day };

it('9.5 counts all pairs of a compared program, or those that a filter keeps', async () => {
  const pairs = async (filter: Partial<SharedFilter>) => {
    const { funnel } = await loadCompared(manager, { ...moment, by: 'date' }, { ...NONE, ...filter }, 'en');
    return funnel?.stages[0]?.reached;
  };
  expect(await pairs({})).toBe(4);
  expect(await pairs({ sector: ['ai'] })).toBe(4);
  expect(await pairs({ sector: ['content'] })).toBe(0);
  expect(await pairs({ status: ['open'] })).toBe(4);
  expect(await pairs({ status: ['invested'] })).toBe(0);
  expect(await pairs({ reached: 'follow_up' })).toBe(0);
});

it('9.5 shows no figure of a program without a main session where days after it are asked for', async () => {
  const compared = await loadCompared(manager, { ...moment, by: 'offset' }, NONE, 'en');
  expect(compared).toMatchObject({ name: 'Small program', mainDay: null, day: null, funnel: null });
});
