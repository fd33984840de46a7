import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { OPERATIONS, PUBLIC_OPERATIONS } from '@/app/api/v1/operations';
import { hashSecret } from '@/lib/platform/secret';
import { withClient } from '@/scripts/database/connection';
import { freePort } from '@/scripts/serve/ports';
import { startWebServer } from '@/scripts/serve/web-server';
import { takeDatabase } from '@/scripts/test/take-database';
import { furnish } from '../world';
import { type Answer, type Ask, ask } from './ask';
import { faultsOf } from './judge';
import { pageRequestOf, plainPages } from './pages';
import { ASKERS, type Asker, type Plan, plansOf } from './plan';
import { requestOf, type Worlds } from './request';
import { changesSince, watchChanges } from './watch';

export type Finding = { number: number; who: Asker; asked: Ask; status: number | null; faults: string[] };
export type Fuzzed = { requests: number; statuses: Record<string, number>; findings: Finding[] };

/** So many requests share one program; accepted ones change it, so that later ones meet what earlier ones left. */
const LIFE_OF_A_WORLD = 250;
/** Each sixth request asks for a page, the others for an operation, each in turn. */
const PAGE_EVERY = 6;

/**
 * Sends `count` requests to a production server with a database of its own: every operation and page, every role, by
 * plans of `seed`. No answer may be a 5xx, no connection break, no row change by a refused request, and what was
 * accepted must be readable by everybody afterwards.
 */
export async function fuzz(
  options: { databases: string; seed: number; count: number },
  told: (finding: Finding) => void,
): Promise<Fuzzed> {
  const database = await takeDatabase(options.databases, 'empty');
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const said: string[] = [];
  const web = await startWebServer({
    ...{ mode: 'start', host: '127.0.0.1', port, listener: (text) => said.push(text) },
    env: {
      DATABASE_APP_URL: database.appUrl,
      APP_URL: address,
      NEXTAUTH_SECRET: randomBytes(33).toString('base64'),
      // As many as it can take.
      API_PER_MINUTE: '10000000',
      SAMPLE: '',
      LOG_LEVEL: 'error',
    },
  });
  try {
    return await withClient(database.ownerUrl, async (client) => {
      await watchChanges(client);
      return fuzzAll({ client, address, ownerUrl: database.ownerUrl, said }, options, told);
    });
  } finally {
    await web.stop();
    await database.drop();
  }
}

/** The framework notes a form that was sent to no action of ours; it answers such a form properly. */
const OF_THE_FRAMEWORK = 'Failed to find Server Action';

/** `said`: what the server has written to its console since it was last looked at. */
type Bench = { client: Client; address: string; ownerUrl: string; said: string[] };
type Life = { worlds: Worlds; cookies: Record<Asker, string | null> };

async function fuzzAll(
  bench: Bench,
  { seed, count }: { seed: number; count: number },
  told: (finding: Finding) => void,
): Promise<Fuzzed> {
  const result: Fuzzed = { requests: 0, statuses: {}, findings: [] };
  const judge = (number: number, who: Asker, asked: Ask, answer: Answer | null, faults: string[]) => {
    result.requests += 1;
    const status = answer?.status ?? null;
    result.statuses[String(status)] = (result.statuses[String(status)] ?? 0) + 1;
    if (faults.length === 0) return;
    const finding = { number, who, asked, status, faults };
    result.findings.push(finding);
    told(finding);
  };
  let life = await newLife(bench);
  for (const [number, plan] of plansOf(seed, count).entries()) {
    if (number > 0 && number % LIFE_OF_A_WORLD === 0) {
      await readAll(bench, life, (...of) => judge(number, ...of));
      life = await newLife(bench);
    }
    const asked = askedOf(number, plan, life);
    const { answer, faults } = await tried(bench, asked);
    judge(number, plan.who, asked, answer, faults);
    if (answer?.status === 401 && !plan.header)
      life.cookies[plan.who] = await signIn(bench.client, life.worlds, plan.who);
  }
  await readAll(bench, life, (...of) => judge(count, ...of));
  return result;
}

function askedOf(number: number, plan: Plan, { worlds, cookies }: Life): Ask {
  const cookie = cookies[plan.who];
  const turn = Math.floor(number / PAGE_EVERY);
  if (number % PAGE_EVERY === 0) return pageRequestOf(turn, plan, worlds.here.mine, cookie);
  const all = [...OPERATIONS, ...PUBLIC_OPERATIONS];
  const operation = all[(number - turn - 1) % all.length] as (typeof all)[number];
  return requestOf(operation, plan, worlds, cookie);
}

/** A reading that makes a file, which the audit trail keeps. */
function isFile({ method, path }: Ask): boolean {
  return method === 'GET' && /\/(?:exports\/[a-z]+\/(?:xlsx|csv)|archive)(?:\?|$)/.test(path);
}

async function tried(
  { client, address, said }: Bench,
  asked: Ask,
): Promise<{ answer: Answer | null; faults: string[] }> {
  try {
    const answer = await ask(address, asked);
    if (asked.path.endsWith('/solve') && answer.status < 300) await untilSolved(client);
    const faults = faultsOf(asked, answer);
    const left = isFile(asked) && answer.status < 400 ? ['audit_entry'] : [];
    const changed = (await changesSince(client)).filter((table) => !left.includes(table));
    const noise = said.splice(0).join('');
    if (noise && !noise.includes(OF_THE_FRAMEWORK)) faults.push(`the server said: ${noise.slice(0, 300)}`);
    const mayChange = answer.status < 400 && asked.method !== 'GET' && asked.method !== 'HEAD';
    if (changed.length > 0 && !mayChange) faults.push(`${answer.status}, yet changed ${changed.join(', ')}`);
    return { answer, faults };
  } catch (error) {
    return { answer: null, faults: [`connection: ${error instanceof Error ? error.message : error}`] };
  }
}

/** What a run writes in the background is not to be counted against the next request. */
async function untilSolved(client: Client): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const { rows } = await client.query(`select 1 from timetable_run where state = 'running'`);
    if (rows.length === 0) return;
    await sleep(50);
  }
  throw new Error('a run did not end within 30 s');
}

/** Every reading and every page, by everybody who may, as plainly as can be. */
async function readAll(
  bench: Bench,
  { worlds, cookies }: Life,
  judge: (who: Asker, asked: Ask, answer: Answer | null, faults: string[]) => void,
): Promise<void> {
  const plain: Omit<Plan, 'who'> = {
    whose: 'mine',
    bends: [],
    header: null,
    part: null,
    body: null,
    query: null,
    method: null,
  };
  const readings = OPERATIONS.filter(({ method }) => method === 'GET');
  for (const who of ['admin', 'officer', 'startup'] as const) {
    const cookie = cookies[who];
    const asks = [
      ...readings.map((operation) => requestOf(operation, { ...plain, who }, worlds, cookie)),
      ...plainPages(worlds.here.mine).map((path) => ({
        method: 'GET',
        path,
        headers: { cookie: cookie ?? '' },
        body: null,
      })),
    ];
    for (const asked of asks) {
      const { answer, faults } = await tried(bench, asked);
      judge(who, asked, answer, faults);
    }
  }
}

async function newLife({ client, ownerUrl }: Bench): Promise<Life> {
  const worlds = { here: await furnish(ownerUrl), elsewhere: await furnish(ownerUrl) };
  const cookies = {} as Life['cookies'];
  for (const who of ASKERS) cookies[who] = await signIn(client, worlds, who);
  await changesSince(client);
  return { worlds, cookies };
}

/** The cookie of a fresh sign-in; a request may have ended the one before. */
async function signIn(client: Client, { here }: Worlds, who: Asker): Promise<string | null> {
  if (who === 'stranger') return null;
  const secret = randomBytes(32).toString('base64url');
  await client.query(
    `insert into sign_in (id, person_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [randomUUID(), here.world.as(who).viewer.personId, hashSecret(secret)],
  );
  return `rt_sign_in=${secret}`;
}
