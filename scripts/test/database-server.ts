import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startThrowaway, type Template, type Throwaway } from '@/scripts/database/throwaway';

export type DatabaseServer = { url: string; stop(): Promise<void> };

/**
 * Gives out databases by HTTP on loopback, for test processes that share one PostgreSQL and one load of the sample.
 * Starts it when the first one asks, so that a run of pure tests starts none.
 */
export async function serveDatabases(): Promise<DatabaseServer> {
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
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await (await throwaway?.catch(() => undefined))?.stop();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

/** `npm test` runs one for all its steps; a single step runs its own. */
export async function sharedDatabases(): Promise<DatabaseServer> {
  const shared = process.env.ROUNDTABLE_TEST_DATABASES;
  return shared ? { url: shared, stop: async () => undefined } : serveDatabases();
}

async function answer(request: IncomingMessage, started: () => Promise<Throwaway>): Promise<unknown> {
  const name = request.url?.slice(1) ?? '';
  const throwaway = await started();
  if (request.method === 'DELETE') return throwaway.drop(name);
  return throwaway.create(name as Template);
}
