import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startThrowaway } from '../../scripts/database/throwaway';
import { ensureBuilt } from '../../scripts/serve/build';
import { freePort } from '../../scripts/serve/ports';
import { ROOT } from '../../scripts/serve/settings';
import { startWebServer } from '../../scripts/serve/web-server';

/**
 * The production build on a port and a database of its own, with the sample. Tests find the address in `baseURL`, the
 * outbox below E2E_DATA_DIR and the whole database, past every wall, at E2E_OWNER_URL.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  await ensureBuilt(ROOT, console.log);
  const database = await startThrowaway();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'roundtable-e2e-'));
  try {
    const { appUrl, ownerUrl } = await database.create('sample');
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const env = {
      DATABASE_APP_URL: appUrl,
      DATA_DIR: dataDir,
      APP_URL: address,
      SAMPLE: '1',
      LOG_LEVEL: 'error',
    };
    const web = await startWebServer({ mode: 'start', host: '127.0.0.1', port, env });
    Object.assign(process.env, { E2E_ADDRESS: address, E2E_DATA_DIR: dataDir, E2E_OWNER_URL: ownerUrl });
    return async () => {
      await web.stop();
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}
