import { describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/core/scope';
import { endSignInsOf } from '@/lib/person/commands/end-access';
import { SAMPLE_PASSWORD } from '@/lib/person/rules/sample-people';
import { csrfToken } from '@/lib/platform/csrf';
import { asViewer } from '@/lib/platform/database';
import { hashSecret } from '@/lib/platform/secret';
import { viewerBySignIn } from '@/lib/platform/viewer';
import {
  ask,
  EMAIL,
  PASSWORD,
  programBehindNextAuth,
  secretOf,
  send,
  setIn,
  signedIn,
} from '@/scripts/test/auth-requests';
import { AUTH_ROUTES } from './options';

const held = programBehindNextAuth('next-auth');

describe('signing in through next-auth', () => {
  it('gives the secret of a row in a cookie that no script reads, and where to go on', async () => {
    const form = { email: EMAIL, password: PASSWORD, callbackUrl: '/programs/next-auth?view=board' };
    const response = await send('callback/password', form);
    expect([response.status, await response.json()]).toEqual([
      200,
      { url: '/programs/next-auth?view=board' },
    ]);
    expect(setIn(response, 'rt_sign_in')).toMatch(
      /^rt_sign_in=[A-Za-z0-9_-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    expect((await viewerBySignIn(secretOf(response) ?? ''))?.email).toBe(EMAIL);
    expect(setIn(response, 'rt_browser')).toMatch(/; HttpOnly; SameSite=lax$/i);
    expect(setIn(response, 'rt_locale')).toMatch(/^rt_locale=ko;/);
  });

  it('is Secure where the browser speaks https', async () => {
    const headers = { 'x-forwarded-proto': 'https' };
    const response = await send('callback/password', { email: EMAIL, password: PASSWORD }, { headers });
    for (const name of ['rt_sign_in', 'rt_browser']) expect(setIn(response, name)).toContain('; Secure');
  });

  it('goes on in the look of the page that it was asked over', async () => {
    const form = { email: EMAIL, password: PASSWORD, keepsLook: '1' };
    const response = await send('callback/password', form);
    expect([setIn(response, 'rt_locale'), setIn(response, 'rt_theme')]).toEqual([undefined, undefined]);
    expect(secretOf(response)).toBeDefined();
  });

  it('works for a form before any script, there and back', async () => {
    const [right, wrong] = [PASSWORD, 'not the password'].map((password) =>
      send(
        'callback/password',
        { email: EMAIL, password, callbackUrl: '/programs' },
        { headers: { accept: 'text/html' } },
      ),
    );
    const [there, back] = [await right, await wrong];
    expect([there?.status, there?.headers.get('location')]).toEqual([303, '/programs']);
    expect([back?.status, back?.headers.get('location')]).toEqual([
      303,
      '/sign-in?error=wrong_password&at=password&next=/programs',
    ]);
    expect(back && secretOf(back)).toBeUndefined();
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'http://localhost:3000.evil.example/',
    'http://localhost:3000@evil.example/',
    'javascript:alert(1)',
    '/sign-in',
  ])('never leads to another site: %s', async (callbackUrl) => {
    const response = await send('callback/password', { email: EMAIL, password: PASSWORD, callbackUrl });
    expect(await response.json()).toEqual({ url: '/' });
    const cookies = `rt_return=${encodeURIComponent(callbackUrl)}`;
    const later = await send('callback/password', { email: EMAIL, password: PASSWORD }, { cookies });
    expect([secretOf(later), setIn(later, 'rt_return')]).toEqual([
      undefined,
      expect.stringMatching(/^rt_return=; Path=\/; Expires=Thu, 01 Jan 1970/),
    ]);
  });

  it('says the same of a wrong password and of an address that nobody has', async () => {
    const told = await Promise.all(
      ['manager@example.com', 'nobody-here@example.com'].map(async (email) => {
        const response = await send('callback/password', { email, password: 'not the password' });
        return [response.status, await response.text(), response.headers.getSetCookie().length];
      }),
    );
    expect(told[0]).toEqual(told[1]);
    expect(told[0]?.[1]).toContain('wrong_password');
  });

  it('T7 T27 takes look-alikes, lists and operators for no address', async () => {
    for (const email of [
      'officer＠example.com',
      'officer@example.com,manager@example.com',
      '{"contains":""}',
    ]) {
      const response = await send('callback/password', { email, password: PASSWORD });
      expect([email, response.status, await response.json()]).toMatchObject([
        email,
        422,
        { errors: [{ pointer: '/email', reason: 'not_an_email' }] },
      ]);
    }
  });
});

describe('what comes from elsewhere', () => {
  it('opens nothing: without the token of the form, with another one, from another site, in JSON, too long', async () => {
    const right = { email: EMAIL, password: PASSWORD };
    const other = csrfToken(undefined).token;
    const forged = `rt_csrf=${encodeURIComponent(`x|${hashSecret('x')}`)}`;
    const [accept, secFetch] = [{ accept: 'application/json' }, { 'sec-fetch-site': 'cross-site' }];
    const answers = [
      await ask('POST', 'callback/password', { form: right, headers: accept }),
      await send('callback/password', { ...right, csrfToken: other }),
      await ask('POST', 'callback/password', {
        form: { ...right, csrfToken: 'x' },
        cookies: forged,
        headers: accept,
      }),
      await send('callback/password', right, { headers: secFetch }),
      await send('callback/password', right, {
        headers: { origin: 'https://evil.example', host: 'localhost' },
      }),
      await send('callback/password', { ...right, more: 'x'.repeat(20_000) }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 422]);
    expect(answers.map(secretOf)).toEqual(Array(6).fill(undefined));
  });

  it('has nothing but the routes named', async () => {
    expect(AUTH_ROUTES.length).toBeGreaterThan(5);
    for (const path of [
      ...['_log', 'session', 'csrf', 'providers', 'error', 'verify-request', 'signin', 'nowhere', ''],
      ...['signin/password', 'callback', 'callback/nobody', 'callback/password/more', '__proto__'],
    ]) {
      const response = await send(path, { email: EMAIL, password: PASSWORD, level: 'error', code: 'x' });
      expect([path, response.status]).toEqual([path, 404]);
    }
    for (const path of [
      'signin',
      'signout',
      'error?error=x',
      'callback/password',
      'verify-request',
      '_log',
      'session',
      'providers',
    ]) {
      expect([path, (await ask('GET', path)).status]).toEqual([path, 404]);
    }
  });

  it('T6 is answered like anybody, whatever stands in Authorization', async () => {
    for (const authorization of ['Bearer %E0%A4%A', 'Bearer ', 'Basic eDp5', `Bearer ${'a'.repeat(5000)}`]) {
      const response = await send('signout', {}, { headers: { authorization } });
      expect([authorization, response.status]).toEqual([authorization, 200]);
    }
  });

  it('is not let in as a person of the sample', async () => {
    const response = await send('callback/sample', {
      email: 'admin@sample.example',
      password: SAMPLE_PASSWORD,
    });
    expect([response.status, secretOf(response)]).toEqual([422, undefined]);
  });
});

describe('a sign-in', () => {
  it('that was made before next-auth stood in front of it still holds, and is ended through it', async () => {
    const secret = 'made-before-next-auth-and-still-good-000000';
    await asViewer('machine', async (tx) => {
      const { id: personId } = await tx.person.findUniqueOrThrow({
        where: { email: EMAIL },
        select: { id: true },
      });
      const expiresAt = new Date(Date.now() + 86_400_000);
      await tx.signIn.create({
        data: { personId, tokenHash: hashSecret(secret), expiresAt },
        select: { id: true },
      });
    });
    expect((await viewerBySignIn(secret))?.email).toBe(EMAIL);
    await send('signout', {}, { cookies: `rt_sign_in=${secret}` });
    expect(await viewerBySignIn(secret)).toBeNull();
  });

  it('whose row is gone is nobody’s at the next request, and its cookie goes when signing out', async () => {
    const secret = await signedIn();
    const { personId } = (await viewerBySignIn(secret)) as Viewer;
    await asViewer(held.program.admin, (tx) => endSignInsOf(tx, personId));
    expect(await viewerBySignIn(secret)).toBeNull();
    const response = await send('signout', {}, { cookies: `rt_sign_in=${secret}` });
    expect(setIn(response, 'rt_sign_in')).toMatch(/^rt_sign_in=; Max-Age=0;/);
  });

  it('ends with its row when its person signs out, and no other does', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const response = await send('signout', { callbackUrl: '/sign-in' }, { cookies: `rt_sign_in=${here}` });
    expect(response.status).toBe(200);
    expect(setIn(response, 'rt_sign_in')).toMatch(/^rt_sign_in=; Max-Age=0;/);
    expect(await viewerBySignIn(here)).toBeNull();
    expect((await viewerBySignIn(there))?.email).toBe(EMAIL);
  });

  it('is not ended by a page of elsewhere', async () => {
    const secret = await signedIn();
    const cookies = `rt_sign_in=${secret}`;
    await ask('POST', 'signout', { form: {}, cookies });
    await send('signout', {}, { cookies, headers: { 'sec-fetch-site': 'cross-site' } });
    expect(await viewerBySignIn(secret)).not.toBeNull();
  });
});
