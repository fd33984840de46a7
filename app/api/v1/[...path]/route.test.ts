import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectDone, type SmallProgram, signedInAs, smallProgram } from '@/e2e/support/small-program';
import { createApiToken } from '@/lib/token/commands';
import { GET, HEAD, OPTIONS, PATCH } from './route';

let program: SmallProgram;
let key = '';

beforeAll(async () => {
  program = await smallProgram('heads');
  key =
    expectDone(await createApiToken(await signedInAs('officer@example.com'), { name: 'heads' })).key ?? '';
});
afterAll(() => program.end());

function ask(handler: typeof GET, method: string, path: string): Promise<Response> {
  const request = new Request(`http://localhost/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${key}` },
  });
  return handler(request, { params: Promise.resolve({ path: path.slice(1).split('/') }) });
}

it('7.27 HEAD answers what GET answers', async () => {
  const { slug } = program.office.program;
  for (const path of ['/programs', `/programs/${slug}/pairs`, `/programs/${slug}/pairs/none`, '/nowhere']) {
    const [get, head] = [await ask(GET, 'GET', path), await ask(HEAD, 'HEAD', path)];
    expect({ path, status: head.status }).toEqual({ path, status: get.status });
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
  }
  expect((await ask(HEAD, 'HEAD', '/programs')).status).toBe(200);
});

it('7.27 OPTIONS and a method that a path does not know name those it knows', async () => {
  const options = await ask(OPTIONS, 'OPTIONS', '/programs/any/pairs');
  expect(options.status).toBe(204);
  expect(options.headers.get('allow')?.split(', ')).toEqual(
    expect.arrayContaining(['GET', 'HEAD', 'OPTIONS']),
  );
  const refused = await ask(PATCH, 'PATCH', '/programs/any/pairs');
  expect(refused.status).toBe(405);
  expect(refused.headers.get('allow')).toBe(options.headers.get('allow'));
  expect((await ask(OPTIONS, 'OPTIONS', '/nowhere')).status).toBe(404);
});
