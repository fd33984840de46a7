import { inject } from 'vitest';
import type { Template, ThrowawayDatabase } from './throwaway';

export type TestDatabase = { ownerUrl: string; appUrl: string; drop(): Promise<void> };

/**
 * A database for one test file, copied from a template in some hundredths of a second: with the sample program, or
 * migrated and empty. `appUrl` is walled by row-level security, `ownerUrl` sees everything.
 */
export async function createTestDatabase(template: Template = 'sample'): Promise<TestDatabase> {
  const server = inject('testDatabases');
  const answer = await fetch(`${server}/${template}`, { method: 'POST' });
  if (!answer.ok) throw new Error(await answer.text());
  const { name, ownerUrl, appUrl } = (await answer.json()) as ThrowawayDatabase;
  const drop = async () => {
    await fetch(`${server}/${name}`, { method: 'DELETE' });
  };
  return { ownerUrl, appUrl, drop };
}
