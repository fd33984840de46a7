import { inject } from 'vitest';
import { type TestDatabase, takeDatabase } from '@/scripts/test/take-database';
import type { Template } from './throwaway';

export type { TestDatabase };

/**
 * A database for one test file, copied from a template in some hundredths of a second: with the sample program, or
 * migrated and empty. `appUrl` is walled by row-level security, `ownerUrl` sees everything.
 */
export function createTestDatabase(template: Template = 'sample'): Promise<TestDatabase> {
  return takeDatabase(inject('testDatabases'), template);
}
