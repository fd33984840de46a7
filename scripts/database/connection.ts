import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** One client for the length of `work`; connection problems surface as the driver's own errors. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'roundtable scripts',
  });
  // A server that goes away mid-work rejects the query in flight; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Resolves once the server takes connections; gives up only by the signal (a recovery may take minutes). */
export async function waitUntilOpen(url: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const open = await withClient(url, (client) => client.query('select 1')).then(
      () => true,
      (error: { code?: string }) => error.code,
    );
    if (open === true) return;
    // Whoever answers on this port with a refused password is not our server.
    await sleep(40, undefined, { signal }).catch(() => undefined);
  }
}

/** The same server and credentials, another database. */
export function withDatabase(url: string, database: string): string {
  const copy = new URL(url);
  copy.pathname = `/${encodeURIComponent(database)}`;
  return copy.href;
}

/** The same server and database, another role. */
export function withRole(url: string, role: string, password: string): string {
  const copy = new URL(url);
  copy.username = role;
  copy.password = password;
  return copy.href;
}
