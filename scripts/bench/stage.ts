import { createHash, randomBytes } from 'node:crypto';
import type { Viewer } from '@/lib/core/scope';
import { viewerByApiToken } from '@/lib/platform/viewer';
import { withClient } from '@/scripts/database/connection';
import { startThrowaway } from '@/scripts/database/throwaway';
import { ensureBuilt } from '@/scripts/serve/build';
import { freePort } from '@/scripts/serve/ports';
import { ROOT } from '@/scripts/serve/settings';
import { startWebServer } from '@/scripts/serve/web-server';

/** The product as it runs for people: production build, its own database with the sample, a token of the officer. */
export type Stage = {
  address: string;
  ownerUrl: string;
  appUrl: string;
  token: string;
  officerId: string;
  /** Of the process that answers. */
  pid: number;
};

export async function onStage(play: (stage: Stage) => Promise<void>): Promise<void> {
  await ensureBuilt(ROOT, (line) => console.error(line));
  const throwaway = await startThrowaway();
  try {
    const { ownerUrl, appUrl } = await throwaway.create('sample');
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const web = await startWebServer({
      mode: 'start',
      host: '127.0.0.1',
      port,
      env: {
        DATABASE_APP_URL: appUrl,
        // Where a sign-in leads back to.
        APP_URL: address,
        NEXTAUTH_SECRET: randomBytes(33).toString('base64'),
        // As many as it can take.
        API_PER_MINUTE: '10000000',
        SAMPLE: '1',
        LOG_LEVEL: 'error',
      },
    });
    try {
      const { token, personId } = await tokenOf(ownerUrl, 'officer@sample.example');
      await play({ address, ownerUrl, appUrl, token, officerId: personId, pid: web.pid });
    } finally {
      await web.stop();
    }
  } finally {
    await throwaway.stop();
  }
}

/** A token of one of the sample's people. */
export async function tokenOf(ownerUrl: string, email: string): Promise<{ token: string; personId: string }> {
  const token = `rt_${randomBytes(32).toString('base64url')}`;
  const hash = createHash('sha256').update(token).digest('hex');
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into api_token (id, person_id, name, token_hash)
       select gen_random_uuid(), id, 'bench', $1 from person where email = $2 returning person_id as id`,
      [hash, email],
    );
    return { token, personId: rows[0]?.id ?? '' };
  });
}

/** Whose token it is, in this process: the statements of the product are recorded here. */
export async function viewerOfToken(token: string): Promise<Viewer> {
  const viewer = await viewerByApiToken(token, { admitsSample: true });
  if (!viewer) throw new Error('the token is not known');
  return viewer;
}
