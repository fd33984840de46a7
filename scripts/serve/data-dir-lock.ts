import { existsSync } from 'node:fs';
import path from 'node:path';
import { makeDataDir } from '@/scripts/database/place';
import { serverUser } from '@/scripts/database/server-user';
import { Problem } from '@/scripts/problem';
import { type LockHolder, lockHolder, takeLock } from '@/scripts/run/process-lock.mjs';

/** Who runs in this DATA_DIR: a server, or a command that opened the database for a moment. */
export type Holder = LockHolder & { command: 'start' | 'dev' | 'admin' | 'token'; address: string };

/** Takes DATA_DIR for this process; gives the release function, or who has it. */
export function takeDataDir(
  dataDir: string,
  note: { command: Holder['command']; address: string },
): { release: () => void; holder?: undefined } | { release?: undefined; holder: Holder } {
  makeDataDir(dataDir, serverUser());
  return takeLock(lockFile(dataDir), note) as ReturnType<typeof takeDataDir>;
}

/** The same for a server, which gives up when another one runs. */
export function requireDataDir(dataDir: string, command: 'start' | 'dev', address: string): () => void {
  const { release, holder } = takeDataDir(dataDir, { command, address });
  if (release) return release;
  throw new Problem(runningSentence(dataDir, holder));
}

export function whoRuns(dataDir: string): Holder | null {
  return existsSync(lockFile(dataDir)) ? (lockHolder(lockFile(dataDir)) as Holder | null) : null;
}

export function runningSentence(dataDir: string, holder: Holder): string {
  if (holder.command === 'admin' || holder.command === 'token') {
    return `"npm run ${holder.command}" (process ${holder.pid}) is using ${dataDir}; try again in a moment.`;
  }
  return `Roundtable already runs at ${holder.address} with the data in ${dataDir} (process ${holder.pid}).`;
}

function lockFile(dataDir: string): string {
  return path.join(dataDir, 'running.json');
}
