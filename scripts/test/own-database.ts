import pg from 'pg';
import { afterAll, beforeAll, vi } from 'vitest';
import { disconnect } from '@/lib/platform/database';
import { createTestDatabase, type TestDatabase } from '@/scripts/database/test-database';
import type { Template } from '@/scripts/database/throwaway';

type OwnDatabase = Pick<TestDatabase, 'ownerUrl' | 'appUrl'> & {
  /** A connection of the owner, which sees past every wall; opened when it is first asked for. */
  readonly owner: pg.Client;
};

/** A database of a test file's own, as the application's; its addresses are there once the tests begin. */
export function ownDatabase(template: Template = 'empty'): OwnDatabase {
  const own: TestDatabase = { ownerUrl: '', appUrl: '', drop: async () => undefined };
  let owner: pg.Client | null = null;
  beforeAll(async () => {
    Object.assign(own, await createTestDatabase(template));
    vi.stubEnv('DATABASE_APP_URL', own.appUrl);
  });
  afterAll(async () => {
    await owner?.end();
    await disconnect();
    await own.drop();
    vi.unstubAllEnvs();
  });
  return Object.defineProperty(own as unknown as OwnDatabase, 'owner', {
    get: () => {
      if (owner) return owner;
      owner = new pg.Client({ connectionString: own.ownerUrl });
      // What is asked before it is connected waits in it.
      void owner.connect();
      return owner;
    },
  });
}
