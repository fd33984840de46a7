import type { TestProject } from 'vitest/node';
import { sharedDatabases } from './database-server';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where `createTestDatabase` asks for a database. */
    testDatabases: string;
  }
}

/** For Vitest's globalSetup. */
export default async function provideDatabases(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await sharedDatabases();
  project.provide('testDatabases', url);
  return stop;
}
