import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lockHolder, takeLock } from '@/scripts/run/process-lock.mjs';
import { freePort } from '@/scripts/serve/ports';
import { findBinaries } from './binaries';
import { startCluster } from './cluster';
import { withClient, withDatabase, withRole } from './connection';
import { APP_ROLE } from './embedded';
import { makeCluster } from './make-cluster';
import { refuseTemporaryTables } from './migrate';
import { endOrphan } from './orphan';
import { ensureAppRole, makeDatabase, type OwnServer } from './prepare';
import { canReach, serverUser } from './server-user';

export type Template = 'empty' | 'sample';
export type ThrowawayDatabase = { name: string; ownerUrl: string; appUrl: string };
export type Throwaway = {
  /** A database of its own: migrated only, or with the sample program. */
  create(template: Template): Promise<ThrowawayDatabase>;
  drop(name: string): Promise<void>;
  stop(): Promise<void>;
};

const PREFIX = 'roundtable-throwaway-';
/** Nothing here has to survive a power cut. */
const FAST = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'];

/** A PostgreSQL for the length of one test run, in the folder for temporary files. */
export async function startThrowaway(): Promise<Throwaway> {
  await sweep();
  const user = serverUser();
  const folder = mkdtempSync(path.join(canReach(tmpdir(), user) ? tmpdir() : '/var/tmp', PREFIX));
  chmodSync(folder, 0o711);
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
  takeLock(path.join(folder, 'holder.json'));
  const [directory, logFile] = [path.join(folder, 'postgres'), path.join(folder, 'postgres.log')];
  const [binaries, password, port] = [findBinaries(user), 'throwaway', await freePort()];
  makeCluster(directory, password, user, binaries);
  const cluster = await startCluster({ directory, user, binaries, port, password, logFile, settings: FAST });
  const appUrl = withRole(cluster.ownerUrl, APP_ROLE, password);
  const server: OwnServer = { ownerUrl: cluster.ownerUrl, appUrl, appPassword: password };
  await ensureAppRole(server);
  const stop = async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...databasesOf(server), stop };
}

function databasesOf(server: OwnServer): Omit<Throwaway, 'stop'> {
  const templates = new Map<Template, Promise<void>>();
  let turn: Promise<unknown> = Promise.resolve();
  let made = 0;
  const asOwner = (sql: string) =>
    withClient(withDatabase(server.ownerUrl, 'postgres'), (client) => client.query(sql));
  const template = (kind: Template): Promise<void> => {
    const make = () => makeDatabase(server, `template_${kind}`, kind === 'sample', () => undefined);
    // One after the other: both grant roles, and those belong to the whole server.
    const making = templates.get(kind) ?? (kind === 'sample' ? template('empty').then(make) : make());
    templates.set(kind, making);
    return making;
  };
  return {
    async create(kind) {
      await template(kind);
      const name = `test_${++made}`;
      // One copy at a time: a template that is being copied takes no other reader.
      const copy = turn.then(() =>
        asOwner(`create database ${name} template template_${kind} strategy file_copy`),
      );
      turn = copy.catch(() => undefined);
      await copy;
      await withClient(withDatabase(server.ownerUrl, name), refuseTemporaryTables);
      return {
        name,
        ownerUrl: withDatabase(server.ownerUrl, name),
        appUrl: withDatabase(server.appUrl, name),
      };
    },
    async drop(name) {
      await asOwner(`drop database if exists ${name} with (force)`);
    },
  };
}

/** Removes what killed test runs have left behind. */
async function sweep(): Promise<void> {
  for (const entry of readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX))) {
    const folder = path.join(tmpdir(), entry);
    const lock = path.join(folder, 'holder.json');
    if (!existsSync(lock) || lockHolder(lock)) continue;
    await endOrphan(path.join(folder, 'postgres'));
    rmSync(folder, { recursive: true, force: true });
  }
}
