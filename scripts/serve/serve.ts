import { openDatabase } from '@/scripts/database/open';
import { announce } from './announce';
import { ensureBuilt } from './build';
import { requireDataDir } from './data-dir-lock';
import { requirePort } from './ports';
import { ROOT, readSettings, type Settings } from './settings';
import { signInSecret } from './sign-in-secret';
import { aborted, stopSignal } from './stopping';
import { startWebServer } from './web-server';

type Mode = 'start' | 'dev';

/** Everything `npm start` does, from the first check to the last process gone; gives the exit code. */
export async function serve(mode: Mode, { isPublic = false } = {}): Promise<number> {
  const stopping = stopSignal();
  const settings = readSettings({ isPublic });
  // An outside database may serve many copies; the embedded one belongs to whoever holds its folder.
  const release = settings.databaseUrl
    ? () => undefined
    : requireDataDir(settings.dataDir, mode, settings.address);
  try {
    const secret = signInSecret(settings);
    await requirePort(settings.host, settings.port);
    return await serveWithDatabase(mode, { ...settings, secret }, stopping);
  } catch (error) {
    if (stopping.aborted) return 130;
    throw error;
  } finally {
    release();
  }
}

async function serveWithDatabase(
  mode: Mode,
  settings: Settings & { secret: string },
  stopping: AbortSignal,
): Promise<number> {
  const database = await openDatabase(settings, console.log, stopping);
  try {
    if (mode === 'start') await ensureBuilt(ROOT, console.log, stopping);
    stopping.throwIfAborted();
    const sample = database.hasSample && settings.isPrivate ? '1' : '';
    const env = {
      ...database.env,
      DATA_DIR: settings.dataDir,
      APP_URL: settings.address,
      NEXTAUTH_SECRET: settings.secret,
      SAMPLE: sample,
    };
    const web = await startWebServer({ mode, ...settings, env, signal: stopping });
    try {
      announce(settings, database);
      const ended = await Promise.race([
        aborted(stopping).then(() => null),
        web.exited.then(() => 'The web server ended unexpectedly; stopping.'),
        database.exited.then(
          () => `The database ended unexpectedly (see ${settings.dataDir}/postgres.log); stopping.`,
        ),
      ]);
      if (ended) console.error(ended);
      return ended ? 1 : 0;
    } finally {
      await web.stop();
    }
  } finally {
    await database.stop();
  }
}
