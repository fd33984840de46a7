import { setTimeout as sleep } from 'node:timers/promises';
import { disconnect } from '@/lib/platform/database';
import { Problem } from '@/scripts/problem';
import { type Holder, runningSentence, takeDataDir } from '@/scripts/serve/data-dir-lock';
import { readSettings, type Settings } from '@/scripts/serve/settings';
import { withClient } from './connection';
import { runningEmbedded } from './embedded';
import { openDatabase } from './open';

const PATIENCE_MS = 60_000;

/**
 * Runs one piece of work against the database, whether the server runs or not; `work` gets the address that people
 * type to reach it. A database that nobody has open is opened for as long as the work lasts.
 */
export async function visitDatabase<T>(
  command: 'admin' | 'token',
  work: (address: string) => Promise<T>,
): Promise<T> {
  const settings = readSettings();
  if (settings.databaseUrl) return visitOpened(settings, work);
  for (const until = Date.now() + PATIENCE_MS; ; ) {
    const { release, holder } = takeDataDir(settings.dataDir, { command, address: settings.address });
    if (release) return visitOpened(settings, work).finally(release);
    const visited = await visitRunning(settings, holder, work);
    if (visited) return visited.value;
    if (Date.now() > until)
      throw new Problem(`${runningSentence(settings.dataDir, holder)} It does not get ready.`);
    await sleep(300);
  }
}

async function visitOpened<T>(settings: Settings, work: (address: string) => Promise<T>): Promise<T> {
  const database = await openDatabase(settings, (line) => console.error(line));
  try {
    return await asApplication(database.env, () => work(settings.address));
  } finally {
    await database.stop();
  }
}

/** Null while the server is still getting its database ready, or another command has it. */
async function visitRunning<T>(
  settings: Settings,
  holder: Holder,
  work: (address: string) => Promise<T>,
): Promise<{ value: T } | null> {
  if (holder.command === 'admin' || holder.command === 'token') return null;
  const { appUrl } = runningEmbedded(settings.dataDir);
  const isOpen = await withClient(appUrl, (client) => client.query('select from person limit 1')).then(
    () => true,
    () => false,
  );
  if (!isOpen) return null;
  return { value: await asApplication({ DATABASE_APP_URL: appUrl }, () => work(holder.address)) };
}

async function asApplication<T>(env: Record<string, string>, work: () => Promise<T>): Promise<T> {
  Object.assign(process.env, env);
  try {
    return await work();
  } finally {
    await disconnect();
  }
}
