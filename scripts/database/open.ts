import type { Settings } from '@/scripts/serve/settings';
import { applicationUrl, requireWalled } from './application';
import { withClient } from './connection';
import { DATABASE, startEmbedded } from './embedded';
import { migrate } from './migrate';
import { requireDatabase } from './outside';
import { databaseState, ensureAppRole, makeDatabase } from './prepare';

export type OpenDatabase = {
  /** What the application is to find in its environment. */
  env: Record<string, string>;
  /** The sample program is in it. */
  hasSample: boolean;
  /** Resolved when the server we started is gone; never for an outside one. */
  exited: Promise<void>;
  stop(): Promise<void>;
};

type Log = (line: string) => void;

/** The database of these settings, reachable, migrated, and holding the sample where that belongs. */
export function openDatabase(settings: Settings, log: Log, signal?: AbortSignal): Promise<OpenDatabase> {
  if (settings.databaseUrl) return openOutside(settings, settings.databaseUrl, log);
  return openEmbedded(settings, log, signal);
}

async function openOutside(settings: Settings, ownerUrl: string, log: Log): Promise<OpenDatabase> {
  await requireDatabase('DATABASE_URL', ownerUrl);
  tell(await migrate(ownerUrl), log);
  const DATABASE_APP_URL = await applicationUrl(ownerUrl, settings.databaseAppUrl);
  // The application is not given the owner's address: what it does not know, no fault of it can use.
  const env = { DATABASE_APP_URL, DATABASE_URL: '' };
  return { env, hasSample: false, exited: new Promise(() => undefined), stop: async () => undefined };
}

async function openEmbedded(settings: Settings, log: Log, signal?: AbortSignal): Promise<OpenDatabase> {
  log(`Starting the database in ${settings.dataDir} …`);
  const server = await startEmbedded(settings.dataDir);
  try {
    signal?.throwIfAborted();
    await ensureAppRole(server);
    const state = await databaseState(server, DATABASE);
    if (state === 'missing' || (state === 'empty' && settings.isPrivate)) {
      if (settings.isPrivate) log('Loading the sample program …');
      await makeDatabase(server, DATABASE, settings.isPrivate, log, signal);
    } else {
      tell(await migrate(server.ownerUrl), log);
    }
    await requireWalled(server.appUrl);
    return {
      env: { DATABASE_APP_URL: server.appUrl },
      hasSample: await hasSample(server.ownerUrl),
      exited: server.exited,
      stop: server.stop,
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function hasSample(ownerUrl: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    const found = await client.query(`select from person where email like '%@sample.example' limit 1`);
    return found.rowCount === 1;
  });
}

function tell({ applied }: { applied: string[] }, log: Log): void {
  for (const name of applied) log(`Applied the migration ${name}.`);
}
