import { afterAll, beforeAll, expect, it, vi } from 'vitest';
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

const moment = { days: 5, asOf: '2023-05-03' as Day };

it('9.5 counts all pairs of a compared program, or those of the sectors asked for', async () => {
  const pairs = async (...sector: ('ai' | 'content')[]) => {
    const { funnel } = await loadCompared(manager, { ...moment, by: 'date' }, sector, 'en');
    return funnel?.stages[0]?.reached;
  };
  expect(await pairs()).toBe(4);
  expect(await pairs('ai')).toBe(4);
  expect(await pairs('content')).toBe(0);
});

it('9.5 shows no figure of a program without a main session where days after it are asked for', async () => {
  const compared = await loadCompared(manager, { ...moment, by: 'offset' }, [], 'en');
  expect(compared).toMatchObject({ name: 'Small program', mainDay: null, day: null, funnel: null });
});
