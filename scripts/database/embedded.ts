import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, isFree } from '@/scripts/serve/ports';
import { findBinaries } from './binaries';
import { type Cluster, type ClusterOptions, startCluster, TryAgain } from './cluster';
import { withRole } from './connection';
import { makeCluster } from './make-cluster';
import { endOrphan } from './orphan';
import { clusterPlace, makeDataDir } from './place';
import { loadSecrets, readSecrets, type Secrets, saveSecrets } from './secrets';
import { serverUser } from './server-user';

export const DATABASE = 'roundtable';
export const APP_ROLE = 'roundtable_app';

export type EmbeddedDatabase = {
  /** As the cluster's superuser: for migrations only. */
  ownerUrl: string;
  /** As the role the application works as. */
  appUrl: string;
  appPassword: string;
  /** Fast shutdown, resolved when the server is gone. */
  stop(): Promise<void>;
  /** Resolved when the server is gone, asked or not. */
  exited: Promise<void>;
};

/** The database of DATA_DIR, made and started. The caller holds the lock of DATA_DIR. */
export async function startEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const user = serverUser();
  makeDataDir(dataDir, user);
  const directory = clusterPlace(dataDir, user);
  const binaries = findBinaries(user);
  const secrets = await loadSecrets(dataDir);
  makeCluster(directory, secrets.ownerPassword, user, binaries);
  await endOrphan(directory);
  const logFile = path.join(dataDir, 'postgres.log');
  const cluster = await startOnFreePort(dataDir, secrets, {
    directory,
    user,
    binaries,
    logFile,
    password: secrets.ownerPassword,
  });
  return { ...urls({ ...secrets, port: cluster.port }), stop: cluster.stop, exited: cluster.exited };
}

/** The addresses of a database that another process of this DATA_DIR has started. */
export function runningEmbedded(dataDir: string): { ownerUrl: string; appUrl: string } {
  return urls(readSecrets(dataDir));
}

function urls(secrets: Secrets): { ownerUrl: string; appUrl: string; appPassword: string } {
  const ownerUrl = `postgresql://postgres:${secrets.ownerPassword}@127.0.0.1:${secrets.port}/${DATABASE}`;
  return {
    ownerUrl,
    appUrl: withRole(ownerUrl, APP_ROLE, secrets.appPassword),
    appPassword: secrets.appPassword,
  };
}

async function startOnFreePort(
  dataDir: string,
  secrets: Secrets,
  options: Omit<ClusterOptions, 'port'>,
): Promise<Cluster> {
  let port = (await isFree('127.0.0.1', secrets.port)) ? secrets.port : await freePort();
  for (let attempt = 1; ; attempt++) {
    if (port !== secrets.port) saveSecrets(dataDir, { ...secrets, port });
    try {
      return await startCluster({ ...options, port });
    } catch (error) {
      if (!(error instanceof TryAgain) || attempt === 20) throw error;
      if (error.because === 'port') port = await freePort();
    }
    await sleep(500);
  }
}
