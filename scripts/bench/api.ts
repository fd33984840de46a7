import { fork } from 'node:child_process';
import path from 'node:path';
import { getFunnel } from '@/lib/funnel/queries/funnel';
import { moveStage } from '@/lib/pair/commands/move';
import { listPairs } from '@/lib/pair/queries/list';
import { disconnect } from '@/lib/platform/database';
import { programScopeOrThrow } from '@/lib/platform/viewer';
import { getPair } from '@/lib/record/queries';
import { withClient } from '@/scripts/database/connection';
import { type Measured, measure, type Shot } from './load';
import { newIds, recordStatements, type Statement } from './record';
import { onStage, type Stage, viewerOfToken } from './stage';

const SLUG = 'boston-2023';
type Row = { id: string; version: number; stage: string };
export type Script = { statements: Statement[]; fresh: string[]; answer: number };

/** The requests people make most, against the very same statements through bare node-postgres and node:http. */
export async function benchApi(print: (line: object) => void): Promise<void> {
  await onStage(async (stage) => {
    const pairs = await withClient(stage.ownerUrl, async (client) => {
      const sql = `select p.id, p.version, p.stage from pair p join program g on g.id = p.program_id
        where g.slug = $1 and p.stage = 'candidate' and p.status = 'open' order by p.id`;
      return (await client.query<Row>(sql, [SLUG])).rows;
    });
    const scripts = await recordScripts(stage, pairs);
    const floor = await startFloor(stage, scripts);
    try {
      for (const [name, next] of Object.entries(shotsOf(stage, pairs))) {
        const bare = await measure(floor.address, () => ({ method: 'GET', path: `/${name}` }));
        const product = await measure(stage.address, next);
        print(lineOf(name, product, bare));
      }
    } finally {
      floor.stop();
    }
  });
}

/** Product and floor side by side, with their ratio. */
export function lineOf(name: string, product: Measured, floor: Measured) {
  const round = (value: number) => Math.round(value * 100) / 100;
  const rounded = (m: Measured) => ({
    p50: round(m.p50),
    p95: round(m.p95),
    perSecond16: Math.round(m.perSecond16),
  });
  const ratio = {
    p50: round(product.p50 / floor.p50),
    p95: round(product.p95 / floor.p95),
    perSecond16: round(floor.perSecond16 / product.perSecond16),
  };
  return { name, ms: rounded(product), floorMs: rounded(floor), ratio };
}

/** What the product asks PostgreSQL for each request, from finding the viewer to the end of the transaction. */
async function recordScripts(stage: Stage, pairs: readonly Row[]): Promise<Record<string, Script>> {
  process.env.DATABASE_APP_URL = stage.appUrl;
  const pair = pairs[0];
  if (!pair) throw new Error('no pair');
  const known = await knownIds(stage);
  const asOfficer = async <T>(fn: (scope: ReturnType<typeof programScopeOrThrow>) => Promise<T>) =>
    fn(programScopeOrThrow(await viewerOfToken(stage.token), SLUG));
  const runs: Record<string, () => Promise<unknown>> = {
    list_570: () => asOfficer((scope) => listPairs(scope, { limit: 1000 })),
    funnel: () => asOfficer((scope) => getFunnel(scope, { asOf: '2023-05-03' })),
    pair: () => asOfficer((scope) => getPair(scope, { pairId: pair.id })),
    move_stage: () =>
      asOfficer((scope) =>
        moveStage(scope, { pairId: pair.id, version: pair.version, stage: 'video_call', reason: 'bench' }),
      ),
  };
  const scripts: Record<string, Script> = {};
  // The first connection says hello; only the second run is what each request costs.
  await asOfficer((scope) => listPairs(scope, { limit: 1 }));
  for (const [name, run] of Object.entries(runs)) {
    const statements = await recordStatements(run);
    const lengths = statements.map(({ text }) =>
      /^\s*select/i.test(text) && !/set_config/.test(text) ? text.length : 0,
    );
    const fresh = [...newIds(statements, (id) => known.has(id))];
    scripts[name] = { statements, fresh, answer: lengths.indexOf(Math.max(...lengths)) };
  }
  await disconnect();
  return scripts;
}

export async function knownIds(stage: Stage): Promise<Set<string>> {
  return withClient(stage.ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'select id from person union select id from program union select id from pair union select id from startup union select id from investor',
    );
    return new Set(rows.map(({ id }) => id));
  });
}

export function startFloor(
  stage: Stage,
  scripts: Record<string, Script>,
): Promise<{ address: string; stop: () => void }> {
  const child = fork(path.join(import.meta.dirname, 'floor.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, FLOOR_URL: stage.appUrl },
  });
  child.send(scripts);
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the floor did not start')));
    child.once('message', (port) =>
      resolve({ address: `http://127.0.0.1:${port}`, stop: () => child.kill() }),
    );
  });
}

function shotsOf(stage: Stage, pairs: readonly Row[]): Record<string, () => Shot> {
  const headers = { Authorization: `Bearer ${stage.token}` };
  const get = (place: string) => () => ({ method: 'GET', path: `/api/v1/programs/${SLUG}${place}`, headers });
  return {
    list_570: get('/pairs?limit=1000'),
    funnel: get('/funnel?asOf=2023-05-03'),
    pair: get(`/pairs/${pairs[0]?.id}`),
    move_stage: moves(headers, pairs),
  };
}

/** Moves one pair after another back and forth; each knows the version its last move gave the pair. */
function moves(headers: Record<string, string>, pairs: readonly Row[]): () => Shot {
  let turn = 0;
  const versions = new Map(pairs.map((pair) => [pair.id, pair.version + (pair === pairs[0] ? 1 : 0)]));
  const usable = pairs.slice(1);
  return () => {
    const pair = usable[turn % usable.length];
    if (!pair) throw new Error('no pair');
    const forward = Math.floor(turn / usable.length) % 2 === 0;
    turn += 1;
    const version = versions.get(pair.id) ?? 1;
    versions.set(pair.id, version + 1);
    return {
      method: 'POST',
      path: `/api/v1/programs/${SLUG}/pairs/${pair.id}/stage`,
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ stage: forward ? 'video_call' : 'candidate', version, reason: 'bench' }),
    };
  };
}
