import { afterAll, beforeAll, vi } from 'vitest';
import { disconnect } from '@/lib/platform/database';
import { createTestDatabase, type TestDatabase } from '@/scripts/database/test-database';
import type { Template } from '@/scripts/database/throwaway';

/** A database of a test file's own, as the application's; its addresses are there once the tests begin. */
export function ownDatabase(template: Template = 'empty'): Pick<TestDatabase, 'ownerUrl' | 'appUrl'> {
  const own: TestDatabase = { ownerUrl: '', appUrl: '', drop: async () => undefined };
  beforeAll(async () => {
    Object.assign(own, await createTestDatabase(template));
    vi.stubEnv('DATABASE_APP_URL', own.appUrl);
  });
  afterAll(async () => {
    await disconnect();
    await own.drop();
    vi.unstubAllEnvs();
  });
  return own;
}
