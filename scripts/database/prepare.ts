import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { isNearlyFull, noSpace, Problem } from '@/scripts/problem';
import { withClient, withDatabase } from './connection';
import { migrate } from './migrate';

/** A PostgreSQL of our own: what is asked of it goes to any database by name. */
export type OwnServer = { ownerUrl: string; appUrl: string; appPassword: string };

type Log = (line: string) => void;

/** Gives the role of the application its password; the first migration would make it without. */
export function ensureAppRole({ ownerUrl, appPassword }: OwnServer): Promise<void> {
  return withClient(withDatabase(ownerUrl, 'postgres'), async (client) => {
    const { rowCount } = await client.query(`select from pg_roles where rolname = 'roundtable_app'`);
    if (!rowCount)
      await client.query('create role roundtable_app nosuperuser nobypassrls nocreatedb nocreaterole');
    await client.query(`alter role roundtable_app login password ${client.escapeLiteral(appPassword)}`);
  });
}

/** Whether the server has this database, and whether anybody was ever put into it. */
export async function databaseState(server: OwnServer, name: string): Promise<'missing' | 'empty' | 'used'> {
  const found = await withClient(withDatabase(server.ownerUrl, 'postgres'), (client) =>
    client.query('select from pg_database where datname = $1', [name]),
  );
  if (found.rowCount === 0) return 'missing';
  return withClient(withDatabase(server.ownerUrl, name), async (client) => {
    const table = await client.query(
      `select from pg_tables where schemaname = 'public' and tablename = 'person'`,
    );
    if (table.rowCount === 0) return 'empty';
    return (await client.query('select from person limit 1')).rowCount === 0 ? 'empty' : 'used';
  });
}

/**
 * Makes a database with or without the sample, replacing one of that name. Made aside under another name and renamed
 * at the end: one whose making was cut short is never taken for the whole, it is made again.
 */
export async function makeDatabase(
  server: OwnServer,
  name: string,
  sample: boolean,
  log: Log,
  signal?: AbortSignal,
): Promise<void> {
  const draft = `${name}_draft`;
  const postgres = withDatabase(server.ownerUrl, 'postgres');
  await withClient(postgres, async (client) => {
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft}`);
  });
  await migrate(withDatabase(server.ownerUrl, draft));
  if (sample) {
    await loadSample(withDatabase(server.appUrl, draft), log, signal);
    // Its own statistics come a minute later; until then every plan would take it for empty.
    await withClient(withDatabase(server.ownerUrl, draft), (client) => client.query('analyze'));
  }
  await withClient(postgres, async (client) => {
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [draft]);
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`alter database ${draft} rename to ${name}`);
  });
}

/** In a process of its own: the seed's connections and caches are gone with it. */
async function loadSample(appUrl: string, log: Log, signal: AbortSignal | undefined): Promise<void> {
  const script = path.join(import.meta.dirname, 'load-sample.ts');
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', script], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
    env: { ...process.env, NODE_ENV: 'production', DATABASE_APP_URL: appUrl },
  });
  child.on('error', () => undefined);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  createInterface({ input: child.stdout }).on('line', log);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  signal?.throwIfAborted();
  if (code === 0) return;
  if (/No space left on device/.test(said) || isNearlyFull('.', 20))
    throw new Problem(noSpace('the sample program'));
  throw new Problem(`The sample program could not be loaded:\n${said.trim()}`);
}
