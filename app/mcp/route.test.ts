import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS } from '@/app/api/v1/operations';
import { EXPECTED } from '@/e2e/access/expectation';
import {
  expectDone,
  type SmallProgram,
  secretBy,
  signedInAs,
  smallProgram,
} from '@/e2e/support/small-program';
import { listAudit } from '@/lib/audit/queries';
import { listPairs } from '@/lib/pair/queries/list';
import { createApiToken } from '@/lib/token/commands';
import { serveRoutes } from '@/scripts/test/serve-routes';
import { GET, POST } from './route';

let program: SmallProgram;
let server: Awaited<ReturnType<typeof serveRoutes>>;
const open: Client[] = [];
beforeAll(async () => {
  program = await smallProgram('helped');
  server = await serveRoutes(async (request) => (request.method === 'POST' ? POST(request) : GET(request)));
});
afterEach(async () => {
  for (const client of open.splice(0)) await client.close();
});
afterAll(async () => {
  await server.end();
  await program.end();
});

type Made = { access?: 'read' | 'write'; assistantWrites?: boolean; programs?: string[] };

async function keyOf(email: string, made: Made = {}): Promise<string> {
  return expectDone(await createApiToken(await signedInAs(email), { name: 'helper', ...made })).key;
}

/** The SDK's own client, connected with a token of this person. */
async function helperOf(email: string, made: Made = {}): Promise<Client> {
  const client = new Client({ name: 'tried', version: '1' });
  const headers = { Authorization: `Bearer ${await keyOf(email, made)}`, Cookie: 'rt_locale=en' };
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${server.address}/mcp`), {
      requestInit: { headers },
    }) as never,
  );
  open.push(client);
  return client;
}

type Told = {
  label: Record<string, string | null>;
  answer: Record<string, unknown>;
  rows: { of: string; value?: unknown; tool: string; arguments: Record<string, unknown>; page?: string }[];
  wouldChange?: { records: object[] };
  changed?: { records: object[] };
};

async function call(client: Client, name: string, given: Record<string, unknown> = {}) {
  const result = await client.callTool({ name, arguments: given });
  return {
    isError: result.isError === true,
    text: (result.content as { text: string }[])[0]?.text ?? '',
    told: result.structuredContent as Told,
  };
}

const namesOf = async (client: Client) => (await client.listTools()).tools.map(({ name }) => name).sort();
const LETTERS = { admin: 'A', officer: 'O', manager: 'M', garam: 'S' } as const;

/** What the matrix of the API says a token of this role may: the account's own security asks for a sign-in. */
const allowed = (letter: string, kinds: readonly string[]) =>
  [...new Map(OPERATIONS.map((each) => [each.name, each])).values()]
    .filter(
      ({ name, kind, takesFile }) => kinds.includes(kind) && !takesFile && EXPECTED[name]?.includes(letter),
    )
    .map(({ name }) => name.replaceAll('.', '_'))
    .sort();

describe('the matrix of /mcp', () => {
  it.each(Object.keys(LETTERS) as (keyof typeof LETTERS)[])(
    'of the %s: every reading that the matrix of the API lets them, and no change',
    async (who) => {
      const names = await namesOf(await helperOf(`${who}@example.com`));
      expect(names).toEqual(allowed(LETTERS[who], ['query']));
    },
  );

  it('with the word of its owner a token changes what it may, and never who may come in', async () => {
    const names = await namesOf(await helperOf('officer@example.com', { assistantWrites: true }));
    expect(names).toEqual(expect.arrayContaining(['pair_move_stage', 'meeting_book', 'amount_add']));
    const beyond = names.filter((name) => !allowed('O', ['query', 'command']).includes(name));
    expect(beyond).toEqual([]);
    for (const name of ['token_create', 'webhook_create', 'person_change_password', 'invitation_invite'])
      expect([name, names.includes(name)]).toEqual([name, false]);
    const reads = await namesOf(
      await helperOf('officer@example.com', { access: 'read', assistantWrites: true }),
    );
    const asks = OPERATIONS.filter(({ method }) => method !== 'GET').map(({ name }) =>
      name.replaceAll('.', '_'),
    );
    expect(reads).toEqual(allowed('O', ['query']).filter((name) => !asks.includes(name)));
  });

  it('a token for one program has no tool of the installation', async () => {
    const programs = [program.office.programId];
    const names = await namesOf(await helperOf('officer@example.com', { programs }));
    expect(names).toContain('pair_list');
    const beyond = OPERATIONS.filter(({ inside }) => inside === 'installation');
    expect(beyond.filter(({ name }) => names.includes(name.replaceAll('.', '_')))).toEqual([]);
  });
});

describe('a tool', () => {
  it('gives every number with its label and the rows behind it, which open by the tool that is named', async () => {
    const client = await helperOf('manager@example.com');
    const asked = { program: 'helped', asOf: '2026-11-29', knownOn: '2026-11-30' };
    const { told } = await call(client, 'funnel_get', asked);
    expect(told.label).toMatchObject({ program: 'helped', asOf: '2026-11-29', knownOn: '2026-11-30' });
    expect(told.label.text).toContain('Boston (helped)');
    const { told: now } = await call(client, 'funnel_get', { program: 'helped' });
    expect(now.label.asOf).toBe(now.answer.asOf);
    const figure = now.rows.find(({ of }) => of === 'reached:candidate');
    expect(figure).toMatchObject({ value: 4, tool: 'funnel_rows' });
    const { told: rows } = await call(client, figure?.tool ?? '', figure?.arguments);
    expect(rows.answer.rows).toHaveLength(4);
    expect(figure?.page).toMatch(/^\/programs\/helped\/funnel\/rows\?figure=reached%3Acandidate&asOf=/);
    const { told: summary } = await call(client, 'pair_summary', { program: 'helped' });
    expect(summary.rows[0]).toMatchObject({ tool: 'pair_list', arguments: { program: 'helped' } });
    expect(summary.label.askedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('that changes names what it would change, changes nothing unconfirmed, and is in the trail as an assistant', async () => {
    const client = await helperOf('officer@example.com', { assistantWrites: true });
    const pair = (await listPairs(program.office, {})).items[0];
    const move = { program: 'helped', pairId: pair?.id, stage: 'video_call', version: pair?.version };
    const first = await call(client, 'pair_move_stage', move);
    const records = [
      { kind: 'pair', id: pair?.id, name: `${pair?.startup.nameEn} × ${pair?.investor.name}` },
    ];
    expect([first.isError, first.told.wouldChange?.records]).toEqual([false, records]);
    expect((await listPairs(program.office, {})).items[0]?.stage).toBe('candidate');
    const second = await call(client, 'pair_move_stage', { ...move, confirmed: true });
    expect(second.told.changed?.records).toEqual(records);
    const [entry] = (await listAudit(program.office, {})).items;
    expect(entry).toMatchObject({ command: 'pair.move_stage', means: 'assistant', by: { name: 'officer' } });
    const refused = await call(client, 'pair_move_stage', { ...move, confirmed: true });
    expect([refused.isError, refused.text]).toEqual([true, expect.stringContaining('stale')]);
  });

  it('that a token does not have is not there, whether or not the API has it', async () => {
    const reads = await helperOf('officer@example.com');
    for (const name of ['pair_move_stage', 'nothing_at_all']) {
      const answer = await call(reads, name, { program: 'helped' });
      expect(answer).toMatchObject({ isError: true, text: `There is no tool ${name} for this token.` });
    }
    const startup = await helperOf('garam@example.com');
    expect((await call(startup, 'funnel_get', { program: 'helped' })).isError).toBe(true);
    expect((await call(reads, 'pair_list', { program: 'elsewhere' })).isError).toBe(true);
    const wrong = await call(reads, 'pair_list', { program: 'helped', limit: 'many' });
    expect([wrong.isError, wrong.text]).toEqual([true, expect.stringContaining('limit')]);
  });
});

describe('whoever brings no token', () => {
  const ask = (headers: Record<string, string>, method = 'POST') =>
    fetch(`${server.address}/mcp`, {
      method,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...headers,
      },
      ...(method === 'POST' ? { body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}' } : {}),
    });

  it('is told where to learn how to come in; a cookie opens nothing', async () => {
    const cookie = `rt_sign_in=${await secretBy('officer@example.com')}`;
    for (const headers of [{}, { cookie }, { authorization: 'Bearer %E0%A4%A' }]) {
      const answer = await ask(headers as Record<string, string>);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('/.well-known/oauth-protected-resource/mcp');
    }
    expect((await ask({}, 'GET')).status).toBe(405);
  });

  it('is answered for what is no JSON, or too long, with a problem', async () => {
    const authorization = `Bearer ${await keyOf('officer@example.com')}`;
    for (const body of ['{', 'x'.repeat(1_100_000)]) {
      const answer = await fetch(`${server.address}/mcp`, {
        method: 'POST',
        headers: { authorization },
        body,
      });
      expect(answer.status).toBe(422);
    }
  });
});
