import { disconnect } from '@/lib/platform/database';
import { search } from '@/lib/search/queries/search';
import { withClient } from '@/scripts/database/connection';
import { lineOf, type Script, startFloor } from './api';
import { fillLargeProgram } from './large-program';
import { measure } from './load';
import { recordStatements } from './record';
import { onStage, type Stage, tokenOf, viewerOfToken } from './stage';

/** What people type: a name on its way, initials, both sides of a pair, slips, words of notes (rare, common, none) and of next steps. */
const QUERIES = {
  name: 'summit river',
  part: '메딮',
  initials: 'ㅁㄷㅍㅅ',
  two_initials: 'ㅇㅅ',
  latin: 'harbor',
  pair: '메디 summit',
  slip: 'harbro capitl',
  note: '밸류에이션',
  common_in_notes: '답하기로',
  nowhere: '없는말이다',
  step: '계약서 초안',
} as const;

/** Twenty-two searches, each of them slower than most requests. */
const REQUESTS = { warmUp: 20, sequential: 100 };

/**
 * Search in a program of 60,000 pairs, as its officer and as one startup's person, against the same statements through bare
 * node-postgres.
 */
export async function benchSearch(print: (line: object) => void): Promise<void> {
  await onStage(async (stage) => {
    const startup = await tokenOf(stage.ownerUrl, 'startup@sample.example');
    const people = { officerId: stage.officerId, startupPersonId: startup.personId };
    const slug = await withClient(stage.ownerUrl, (client) => fillLargeProgram(client, people));
    process.env.DATABASE_APP_URL = stage.appUrl;
    await benchOf('officer', stage.token, { stage, slug, print });
    await benchOf('startup', startup.token, { stage, slug, print });
  });
}

type Setting = { stage: Stage; slug: string; print: (line: object) => void };

async function benchOf(who: string, token: string, { stage, slug, print }: Setting): Promise<void> {
  const { scripts, found } = await recordSearches(token, slug);
  const floor = await startFloor(stage, scripts);
  const headers = { Authorization: `Bearer ${token}` };
  try {
    for (const [name, q] of Object.entries(QUERIES)) {
      const path = `/api/v1/search?q=${encodeURIComponent(q)}&program=${slug}`;
      const bare = await measure(floor.address, () => ({ method: 'GET', path: `/${name}` }), REQUESTS);
      const product = await measure(stage.address, () => ({ method: 'GET', path, headers }), REQUESTS);
      print({ ...lineOf(`search_${name}_${who}`, product, bare), found: found[name] });
    }
  } finally {
    floor.stop();
  }
}

async function recordSearches(token: string, slug: string) {
  const run = async (q: string) => search(await viewerOfToken(token), { q, program: slug });
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
  return { scripts, found };
}
