import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt } from '../../scripts/serve/build';
import { freePort } from '../../scripts/serve/ports';
import { ROOT } from '../../scripts/serve/settings';
import { startWebServer } from '../../scripts/serve/web-server';
import { sharedDatabases } from '../../scripts/test/database-server';
import { takeDatabase } from '../../scripts/test/take-database';
import { startIdentityProvider } from './identity-provider';

/**
 * The production build on a port and a database of its own, with the sample. Tests find the address in `baseURL`, the
 * outbox below E2E_DATA_DIR and the whole database, past every wall, at E2E_OWNER_URL.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  await ensureBuilt(ROOT, console.log);
  const databases = await sharedDatabases();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'roundtable-e2e-'));
  try {
    const { appUrl, ownerUrl } = await takeDatabase(databases.url, 'sample');
    const port = await freePort();
    // By its name: browsers make no passkeys for a bare number.
    const address = `http://localhost:${port}`;
    const provider = await startIdentityProvider(address);
    const env = {
      ...provider.env,
      DATABASE_APP_URL: appUrl,
      DATA_DIR: dataDir,
      APP_URL: address,
      NEXTAUTH_SECRET: randomBytes(33).toString('base64'),
      SAMPLE: '1',
      LOG_LEVEL: 'error',
      CHECK_ANSWERS: '1',
    };
    const web = await startWebServer({ mode: 'start', host: '127.0.0.1', port, env });
    Object.assign(process.env, { E2E_ADDRESS: address, E2E_DATA_DIR: dataDir, E2E_OWNER_URL: ownerUrl });
    return async () => {
      await web.stop();
      provider.stop();
      await databases.stop();
      rmSync(dataDir, { recursive: true, force: true });
    };
  } catch (error) {
    await databases.stop();
    throw error;
  }
}
