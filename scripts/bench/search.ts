import { disconnect } from '@/lib/platform/database';
import { viewerByApiToken } from '@/lib/platform/viewer';
import { search } from '@/lib/search/queries/search';
import { withClient } from '@/scripts/database/connection';
import { lineOf, type Script, startFloor } from './api';
import { fillLargeProgram } from './large-program';
import { measure } from './load';
import { recordStatements } from './record';
import { onStage } from './stage';

/** What people type: a name on its way, initials, both sides of a pair, a slip, words of notes and of next steps. */
const QUERIES = {
  part: '메딮',
  initials: 'ㅁㄷㅍㅅ',
  pair: '메디 summit',
  slip: 'harbro capitl',
  note: '밸류에이션',
  step: '계약서 초안',
} as const;

/** Search in a program of 60,000 pairs, against the same statements through bare node-postgres. */
export async function benchSearch(print: (line: object) => void): Promise<void> {
  await onStage(async (stage) => {
    const slug = await withClient(stage.ownerUrl, (client) => fillLargeProgram(client, stage.officerId));
    process.env.DATABASE_APP_URL = stage.appUrl;
    const run = async (q: string) => {
      const viewer = await viewerByApiToken(stage.token);
      if (!viewer) throw new Error('the token is not known');
      return search(viewer, { q, program: slug });
    };
    // The first connection says hello; only the second run is what each request costs.
    await run('가');
    const scripts: Record<string, Script> = {};
    const found: Record<string, number> = {};
    for (const [name, q] of Object.entries(QUERIES)) {
      const statements = await recordStatements(async () => {
        found[name] = (await run(q)).items.length;
      });
      scripts[name] = { statements, fresh: [], answer: statements.length - 2 };
    }
    await disconnect();
    const floor = await startFloor(stage, scripts);
    const headers = { Authorization: `Bearer ${stage.token}` };
    try {
      for (const [name, q] of Object.entries(QUERIES)) {
        const path = `/api/v1/search?q=${encodeURIComponent(q)}&program=${slug}`;
        const bare = await measure(floor.address, () => ({ method: 'GET', path: `/${name}` }));
        const product = await measure(stage.address, () => ({ method: 'GET', path, headers }));
        print({ ...lineOf(`search_${name}`, product, bare), found: found[name] });
      }
    } finally {
      floor.stop();
    }
  });
}
