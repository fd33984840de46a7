import { createHash, randomBytes } from 'node:crypto';
import { getFunnel } from '@/lib/funnel/queries/funnel';
import { disconnect } from '@/lib/platform/database';
import { programScopeOrThrow } from '@/lib/platform/viewer';
import { withClient } from '@/scripts/database/connection';
import { lineOf, type Script, startFloor } from './api';
import { type Measured, measure } from './load';
import { fillPrograms } from './many-programs';
import { recordStatements } from './record';
import { onStage, type Stage, viewerOfToken } from './stage';

const SLUG = 'copy-1';
const AS_OF = '2023-05-03';

/**
 * The funnel of one program among 10 and among 100 of its size, against the same statements through bare node-postgres;
 * then all 100 at once for somebody who reads them all: counted for the first time, warm, and after one of them changed.
 */
export async function benchFunnel(print: (line: object) => void): Promise<void> {
  await onStage(async (stage) => {
    const token = await adminToken(stage);
    const fill = (from: number, to: number) =>
      withClient(stage.ownerUrl, (client) => fillPrograms(client, 'boston-2023', from, to));
    await fill(1, 10);
    const among10 = await measureOne(stage, token, 10, print);
    await fill(11, 100);
    print({ name: 'rows', ...(await sizes(stage)) });
    const among100 = await measureOne(stage, token, 100, print);
    const growth = (of: (m: Measured) => number) => Math.round((of(among100) / of(among10)) * 100) / 100;
    print({
      name: 'one_of_100_against_one_of_10',
      ratio: { p50: growth(({ p50 }) => p50), p95: growth(({ p95 }) => p95) },
    });
    await measureAll(stage, token, print);
  });
}

async function adminToken({ ownerUrl }: Stage): Promise<string> {
  const token = `rt_${randomBytes(32).toString('base64url')}`;
  const hash = createHash('sha256').update(token).digest('hex');
  await withClient(ownerUrl, (client) =>
    client.query(
      `insert into api_token (id, person_id, name, token_hash)
       select gen_random_uuid(), id, 'bench', $1 from person where is_admin limit 1`,
      [hash],
    ),
  );
  return token;
}

async function measureOne(
  stage: Stage,
  token: string,
  programs: number,
  print: (line: object) => void,
): Promise<Measured> {
  process.env.DATABASE_APP_URL = stage.appUrl;
  const run = async () => getFunnel(programScopeOrThrow(await viewerOfToken(token), SLUG), { asOf: AS_OF });
  // The first connection says hello; only the second run is what each request costs.
  await run();
  const statements = await recordStatements(run);
  await disconnect();
  const longest = statements.findIndex(({ text }) => /pair_amount/.test(text));
  const scripts: Record<string, Script> = { funnel: { statements, fresh: [], answer: longest } };
  const floor = await startFloor(stage, scripts);
  try {
    const bare = await measure(floor.address, () => ({ method: 'GET', path: '/funnel' }));
    const product = await measure(stage.address, () => ({
      method: 'GET',
      path: `/api/v1/programs/${SLUG}/funnel?asOf=${AS_OF}`,
      headers: { Authorization: `Bearer ${token}` },
    }));
    print(lineOf(`funnel_one_of_${programs}`, product, bare));
    return product;
  } finally {
    floor.stop();
  }
}

async function measureAll(stage: Stage, token: string, print: (line: object) => void): Promise<void> {
  const headers = { Authorization: `Bearer ${token}` };
  const path = `/api/v1/funnels?asOf=${AS_OF}`;
  const began = performance.now();
  const answer = await fetch(stage.address + path, { headers });
  const { items } = (await answer.json()) as { items: unknown[] };
  print({
    name: 'all_programs_first_time',
    programs: items.length,
    ms: Math.round(performance.now() - began),
  });
  const round = ({ p50, p95 }: Measured) => ({ p50: Math.round(p50), p95: Math.round(p95) });
  print({
    name: 'all_programs_warm',
    ms: round(await measure(stage.address, () => ({ method: 'GET', path, headers }))),
  });
  const touched = await withClient(stage.ownerUrl, (client) =>
    measure(stage.address, async () => {
      await client.query(`update startup set version = version + 1 where id = (
        select s.id from startup s join program g on g.id = s.program_id where g.slug = '${SLUG}' limit 1)`);
      return { method: 'GET', path, headers };
    }),
  );
  print({ name: 'all_programs_one_changed_before_each_read', ms: round(touched) });
}

async function sizes({ ownerUrl }: Stage): Promise<object> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      `select (select count(*) from program)::int as programs, (select count(*) from pair)::int as pairs,
        ((select count(*) from stage_event) + (select count(*) from status_event) + (select count(*) from meeting_event))::int as events,
        (select count(*) from amount)::int as amounts`,
    );
    return rows[0] as object;
  });
}
