import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { expectDone, type SmallProgram, signedInAs, smallProgram } from '@/e2e/support/small-program';
import { addMaterial } from '@/lib/file/commands/party-files';
import { createApiToken } from '@/lib/token/commands';
import { withClient } from '@/scripts/database/connection';
import { pdfOf, uploadOf } from '@/scripts/test/upload';
import { GET } from './[...path]/route';
import { GET as getContent } from './programs/[program]/files/[fileId]/content/route';

let program: SmallProgram;
beforeAll(async () => {
  program = await smallProgram('rate');
});
afterAll(() => program.end());
afterEach(() => vi.stubEnv('API_PER_MINUTE', ''));

async function newKey(): Promise<string> {
  return expectDone(await createApiToken(await signedInAs('officer@example.com'), { name: 'rate' })).key;
}

function ask(key: string, query = ''): Promise<Response> {
  const request = new Request(`http://localhost/api/v1/programs/rate/pairs${query}`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  return GET(request, { params: Promise.resolve({ path: ['programs', 'rate', 'pairs'] }) });
}

describe('requests to the API', () => {
  it('are counted for each token apart, and the one too many says how long to wait', async () => {
    vi.stubEnv('API_PER_MINUTE', '3');
    const [key, other] = [await newKey(), await newKey()];
    const answers = [await ask(key), await ask(key), await ask(key), await ask(key)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers.map(({ headers }) => /r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1])).toEqual([
      '2',
      '1',
      '0',
      '0',
    ]);
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"requests";q=3;w=60');
    const [wait] = [Number(answers[3]?.headers.get('retry-after'))];
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(20);
    expect(await answers[3]?.json()).toMatchObject({ code: 'too_many', status: 429 });
    expect((await ask(other)).status).toBe(200);
  });

  it('for the content of a file are counted and told as all others', async () => {
    const [startupId] = program.startupIds;
    const { fileId } = expectDone(
      await addMaterial(program.office, { startupId, file: uploadOf('deck.pdf', pdfOf('rate')) }),
    );
    vi.stubEnv('API_PER_MINUTE', '2');
    const key = await newKey();
    const askFor = (id: string) =>
      getContent(new Request('http://localhost/content', { headers: { Authorization: `Bearer ${key}` } }), {
        params: Promise.resolve({ program: 'rate', fileId: id }),
      });
    const answers = [await askFor(fileId), await askFor(program.investorIds[0]), await askFor(fileId)];
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 429]);
    expect(answers.map(({ headers }) => /r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1])).toEqual([
      '1',
      '0',
      '0',
    ]);
    expect(await answers[0]?.text()).toBe(pdfOf('rate'));
  });

  it('of nobody are not counted, so that a stranger fills no table', async () => {
    const rows = () =>
      withClient(program.ownerUrl, async (client) => {
        const { rows: found } = await client.query('select count(*)::int as count from limit_use');
        return found[0].count;
      });
    const before = await rows();
    const answer = await ask(`rt_${'x'.repeat(43)}`);
    expect([answer.status, answer.headers.get('ratelimit')]).toEqual([401, null]);
    expect(await rows()).toBe(before);
  });

  it('name the next page in a header, and none on the last', async () => {
    const key = await newKey();
    const first = await ask(key, '?limit=3&sort=startup');
    const link = /^<([^>]+)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect(link).toContain('/api/v1/programs/rate/pairs?limit=3&sort=startup&cursor=');
    const second = await ask(key, link.slice(link.indexOf('?')));
    const [one, two] = [await first.json(), await second.json()];
    expect(one.items).toHaveLength(3);
    expect(two.items).toHaveLength(1);
    expect(second.headers.get('link')).toBeNull();
  });
});
