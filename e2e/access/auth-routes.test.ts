import { NextRequest } from 'next/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { GET, POST } from '@/app/api/auth/[...nextauth]/route';
import { AUTH_ROUTES } from '@/app/api/auth/options';
import { csrfToken } from '@/lib/platform/csrf';
import { type SmallProgram, secretBy, smallProgram } from '../support/small-program';
import { digest } from './world';

vi.mock('next-auth', async (load) => {
  const { nextAuthOutsideNext } = await import('@/scripts/test/next-auth');
  return { default: nextAuthOutsideNext(await load()) };
});

/**
 * What each route of next-auth answers to a form that says nothing, by hand and apart from the code: to whoever brings the
 * token of the form, and to whoever does not. No role has more there than a stranger.
 */
const EXPECTED: Readonly<Record<string, { withToken: number; without: number }>> = {
  'GET csrf': { withToken: 200, without: 200 },
  'GET callback/oidc': { withToken: 400, without: 400 },
  'POST callback/password': { withToken: 422, without: 403 },
  'POST callback/email': { withToken: 422, without: 403 },
  'POST callback/invitation': { withToken: 422, without: 403 },
  'POST callback/passkey': { withToken: 422, without: 403 },
  'POST callback/sample': { withToken: 422, without: 403 },
  // No provider is set here.
  'POST signin/oidc': { withToken: 403, without: 403 },
  'POST signout': { withToken: 200, without: 403 },
};
const HERE = 'http://localhost:3000';
const PEOPLE = { admin: 'admin@example.com', officer: 'officer@example.com', startup: 'garam@example.com' };

let program: SmallProgram;
beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_URL', `${HERE}/api/auth`);
  program = await smallProgram('auth-routes');
});
afterAll(() => program.end());

async function cookieOf(email: string): Promise<string> {
  return `rt_sign_in=${await secretBy(email)}`;
}

function ask(route: string, { cookie = '', hasToken }: { cookie?: string; hasToken: boolean }) {
  const [method = '', path = ''] = route.split(' ');
  const csrf = csrfToken(undefined);
  const cookies = [`rt_csrf=${encodeURIComponent(csrf.cookie ?? '')}`, cookie].filter(Boolean).join('; ');
  const request = new NextRequest(`${HERE}/api/auth/${path}`, {
    method,
    headers: { accept: 'application/json', cookie: cookies, 'x-roundtable-source': '192.0.2.9' },
    ...(method === 'POST' ? { body: hasToken ? `csrfToken=${csrf.token}` : 'csrfToken=x' } : {}),
  });
  const context = { params: Promise.resolve({ nextauth: path.split('/') }) };
  return (method === 'GET' ? GET : POST)(request, context);
}

describe('the routes of next-auth', () => {
  it('are all in the matrix', () => {
    expect(AUTH_ROUTES.filter((route) => !EXPECTED[route])).toEqual([]);
  });

  it.each(['stranger', ...Object.keys(PEOPLE)])('answer the %s as the matrix says', async (who) => {
    const email = (PEOPLE as Record<string, string>)[who];
    for (const route of AUTH_ROUTES) {
      for (const hasToken of [true, false]) {
        const cookie = email ? await cookieOf(email) : '';
        const { status } = await ask(route, { cookie, hasToken });
        const expected = EXPECTED[route]?.[hasToken ? 'withToken' : 'without'];
        expect({ who, route, hasToken, status }).toEqual({ who, route, hasToken, status: expected });
      }
    }
  });

  it('T13 change nothing for a stranger', async () => {
    const before = await digest(program.ownerUrl);
    for (const route of AUTH_ROUTES) await ask(route, { hasToken: true });
    expect(await digest(program.ownerUrl)).toEqual(before);
  });
});
