import { NextRequest } from 'next/server';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { GET, POST } from '@/app/api/auth/[...nextauth]/route';
import { type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { csrfToken } from '@/lib/platform/csrf';
import { asViewer } from '@/lib/platform/database';
import { hashPassword } from '@/lib/platform/password';

vi.mock('next-auth', async (load) => {
  const { nextAuthOutsideNext } = await import('@/scripts/test/next-auth');
  return { default: nextAuthOutsideNext(await load()) };
});

export const PASSWORD = '가을 하늘 아래 커피';
export const EMAIL = 'officer@example.com';
const HERE = 'http://localhost:3000';
/** Each test comes from elsewhere: tries of one source are counted. */
let source = 0;
export const comeFromElsewhere = () => {
  source += 1;
};

/** A small program whose people all have the same password, behind next-auth for the tests of one file. */
export function programBehindNextAuth(name: string): { program: SmallProgram } {
  const held = {} as { program: SmallProgram };
  beforeAll(async () => {
    vi.stubEnv('NEXTAUTH_URL', `${HERE}/api/auth`);
    held.program = await smallProgram(name);
    const passwordHash = await hashPassword(PASSWORD);
    await asViewer('machine', (tx) => tx.person.updateMany({ data: { passwordHash } }));
  });
  afterAll(() => held.program.end());
  beforeEach(comeFromElsewhere);
  return held;
}

type Sent = { form?: Record<string, string>; cookies?: string; headers?: Record<string, string> };

export function ask(
  method: 'GET' | 'POST',
  path: string,
  { form, cookies, headers }: Sent = {},
): Promise<Response> {
  const request = new NextRequest(`${HERE}/api/auth/${path}`, {
    method,
    headers: {
      'x-roundtable-source': `192.0.2.${source}`,
      'accept-language': 'en',
      ...(cookies ? { cookie: cookies } : {}),
      ...headers,
    },
    ...(form ? { body: new URLSearchParams(form).toString() } : {}),
  });
  const nextauth = path.split('?')[0]?.split('/') ?? [];
  return (method === 'GET' ? GET : POST)(request, { params: Promise.resolve({ nextauth }) });
}

/** As a page of ours sends it: with the token of its cookie, and reading JSON. */
export async function send(
  path: string,
  form: Record<string, string>,
  { cookies = '', headers = {} }: Sent = {},
) {
  const csrf = csrfToken(undefined);
  return ask('POST', path, {
    form: { csrfToken: csrf.token, ...form },
    cookies: [`rt_csrf=${encodeURIComponent(csrf.cookie ?? '')}`, cookies].filter(Boolean).join('; '),
    headers: { accept: 'application/json', ...headers },
  });
}

export const setIn = (response: Response, name: string) =>
  response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`));
export const secretOf = (response: Response) =>
  /^rt_sign_in=([^;]*)/.exec(setIn(response, 'rt_sign_in') ?? '')?.[1];

export async function signedIn(email = EMAIL): Promise<string> {
  const secret = secretOf(await send('callback/password', { email, password: PASSWORD }));
  if (!secret) throw new Error('not signed in');
  return secret;
}
