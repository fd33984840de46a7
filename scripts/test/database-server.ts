import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { startThrowaway, type Template, type Throwaway } from '@/scripts/database/throwaway';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where `createTestDatabase` asks for a database. */
    testDatabases: string;
  }
}

/**
 * For Vitest's globalSetup: one PostgreSQL for the whole run, started when the first test file asks, so that a run
 * of pure tests starts none.
 */
export default async function provideDatabases(project: TestProject): Promise<() => Promise<void>> {
  let throwaway: Promise<Throwaway> | undefined;
  const started = () => {
    throwaway ??= startThrowaway();
    return throwaway;
  };
  const server = createServer((request, response) => {
    answer(request, started).then(
      (body) => response.end(JSON.stringify(body)),
      (error) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project.provide('testDatabases', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.closeAllConnections();
    server.close();
    await (await throwaway?.catch(() => undefined))?.stop();
  };
}

async function answer(request: IncomingMessage, started: () => Promise<Throwaway>): Promise<unknown> {
  const name = request.url?.slice(1) ?? '';
  const throwaway = await started();
  if (request.method === 'DELETE') return throwaway.drop(name);
  return throwaway.create(name as Template);
}
