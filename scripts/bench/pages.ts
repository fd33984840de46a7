import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { withClient } from '@/scripts/database/connection';
import { measureMatrix } from './matrix';
import { onStage, type Stage } from './stage';

const BUDGET = 200_000;

/** Compressed script each page loads first, in bytes against the budget; and how soon the matrix can be used. */
export async function benchPages(print: (line: object) => void): Promise<void> {
  await onStage(async (stage) => {
    const cookie = await signIn(stage);
    for (const path of await pathsOf(stage)) {
      const { scripts, html } = await firstLoad(stage.address, path, cookie);
      const ratio = Math.round((scripts / BUDGET) * 100) / 100;
      print({
        name: 'first_load',
        page: path.replace(/[0-9a-f-]{36}/g, '…'),
        scriptBytes: scripts,
        htmlBytes: html,
        budgetBytes: BUDGET,
        ratio,
      });
    }
    print(await measureMatrix(stage.address, cookie));
  });
}

async function signIn(stage: Stage): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(secret).digest('hex');
  await withClient(stage.ownerUrl, (client) =>
    client.query(
      `insert into sign_in (id, person_id, token_hash, expires_at) values (gen_random_uuid(), $1, $2, now() + interval '1 hour')`,
      [stage.officerId, hash],
    ),
  );
  return secret;
}

async function pathsOf(stage: Stage): Promise<string[]> {
  const program = '/programs/boston-2023';
  return withClient(stage.ownerUrl, async (client) => {
    const { rows } = await client.query<{ pair: string; startup: string; investor: string; meeting: string }>(
      `select p.id as pair, p.startup_id as startup, p.investor_id as investor, m.id as meeting
       from pair p join meeting m on m.program_id = p.program_id and m.pair_id = p.id where m.state = 'held' limit 1`,
    );
    const one = rows[0];
    return [
      '/sign-in',
      '/account',
      program,
      `${program}/pairs`,
      `${program}/pairs?view=board`,
      `${program}/pairs?view=table`,
      `${program}/pairs/${one?.pair}`,
      `${program}/meetings`,
      `${program}/meetings/${one?.meeting}/outcome`,
      `${program}/funnel`,
      `${program}/funnel/time`,
      `${program}/funnel/rows?figure=reached:candidate`,
      `${program}/funnel/reports`,
      `${program}/funnel/waves`,
      `${program}/timetable`,
      `${program}/timetable/setup`,
      `${program}/startups`,
      `${program}/startups/${one?.startup}`,
      `${program}/investors`,
      `${program}/investors/${one?.investor}`,
      `${program}/people`,
      `${program}/settings`,
    ];
  });
}

async function firstLoad(
  address: string,
  path: string,
  cookie: string,
): Promise<{ scripts: number; html: number }> {
  const signedIn: Record<string, string> = path === '/sign-in' ? {} : { Cookie: `rt_sign_in=${cookie}` };
  const response = await fetch(address + path, { headers: signedIn, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
  const html = await response.text();
  // Modern browsers do not load what is marked nomodule, wherever in its tag that stands.
  const tags = [...html.matchAll(/<(?:script|link)[^>]+>/g)].map(([tag]) => tag);
  const named = tags
    .filter((tag) => !/nomodule/i.test(tag))
    .map((tag) => /(?:src|href)="([^"]+\.js[^"]*)"/.exec(tag)?.[1]);
  let scripts = 0;
  for (const file of new Set(named.filter((name) => name !== undefined))) {
    const body = await (await fetch(address + file.replace(/&amp;/g, '&'))).arrayBuffer();
    scripts += gzipSync(Buffer.from(body)).length;
  }
  return { scripts, html: gzipSync(html).length };
}
