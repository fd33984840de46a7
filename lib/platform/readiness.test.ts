import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { withClient } from '@/scripts/database/connection';
import { createTestDatabase, type TestDatabase } from '@/scripts/database/test-database';
import { disconnect } from './database';
import { readiness } from './readiness';

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent';
});

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('empty');
  return () => database.drop();
});
afterEach(async () => {
  await disconnect();
  vi.unstubAllEnvs();
});

describe('the application', () => {
  test('is ready on a migrated database, as the role that owns nothing', async () => {
    vi.stubEnv('DATABASE_APP_URL', database.appUrl);
    expect(await readiness()).toBe('ready');
  });

  test('is not ready while a migration is missing', async () => {
    vi.stubEnv('DATABASE_APP_URL', database.appUrl);
    await withClient(database.ownerUrl, (client) =>
      client.query('update _prisma_migrations set finished_at = null'),
    );
    expect(await readiness()).toBe('migrations_missing');
  });

  test('7.29 is not ready as a superuser, which no wall binds', async () => {
    vi.stubEnv('DATABASE_APP_URL', database.ownerUrl);
    expect(await readiness()).toBe('role_too_strong');
  });

  test('7.29 is not ready as an owner that has only switched its role, and could switch it back', async () => {
    vi.stubEnv('DATABASE_APP_URL', `${database.ownerUrl}?options=-c%20role%3Droundtable_app`);
    expect(await readiness()).toBe('role_too_strong');
  });

  test('is not ready without its database, and does not throw', async () => {
    vi.stubEnv('DATABASE_APP_URL', 'postgresql://roundtable_app:x@127.0.0.1:1/none');
    expect(await readiness()).toBe('database_unreachable');
  });
});
