import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NextRequest } from 'next/server';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SmallProgram, smallProgram, viewerOf } from '@/e2e/support/small-program';
import type { Viewer } from '@/lib/core/scope';
import { invitePerson } from '@/lib/invitation/commands/invite';
import { asViewer } from '@/lib/platform/database';
import * as passwords from '@/lib/platform/password';
import { viewerBySignIn } from '@/lib/platform/viewer';
import { GET, POST } from './[...nextauth]/route';

vi.mock('next-auth', async (load) => {
  const { nextAuthOutsideNext } = await import('@/scripts/test/next-auth');
  return { default: nextAuthOutsideNext(await load()) };
});

const HERE = 'http://localhost:3000';
const PASSWORD = '가을 하늘 아래 커피';
/** What the provider knows of its accounts, by subject. */
const ACCOUNTS: Record<string, { email: string; email_verified: boolean }> = {
  invited: { email: 'invited@example.com', email_verified: true },
  unsure: { email: 'unsure@example.com', email_verified: false },
  nobody: { email: 'nobody@example.com', email_verified: true },
  manager: { email: 'manager@example.com', email_verified: true },
  another: { email: 'somebody.else@example.com', email_verified: true },
};
let program: SmallProgram;
let server: Server;

/** A real provider, which asks for a name and for consent as the one of an office would. */
beforeAll(async () => {
  program = await smallProgram('provider');
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'roundtable',
        client_secret: 'of-the-client',
        redirect_uris: [`${HERE}/api/auth/callback/oidc`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...ACCOUNTS[id] }) }),
    cookies: { keys: ['of-tests'] },
    pkce: { required: () => true },
  });
  server.on('request', provider.callback());
  vi.stubEnv('NEXTAUTH_URL', `${HERE}/api/auth`);
  vi.stubEnv('OIDC_ISSUER', issuer);
  vi.stubEnv('OIDC_CLIENT_ID', 'roundtable');
  vi.stubEnv('OIDC_CLIENT_SECRET', 'of-the-client');
  const passwordHash = await passwords.hashPassword(PASSWORD);
  await asViewer('machine', (tx) => tx.person.updateMany({ data: { passwordHash } }));
  for (const email of ['invited@example.com', 'unsure@example.com']) {
    await invitePerson(program.office, { email, name: '새 사람', role: 'manager' });
  }
});
afterAll(async () => {
  server.close();
  await program.end();
});

/** A browser: keeps cookies of the product and of the provider apart, as they are of two hosts. */
class Browser {
  private jars = { ours: new Map<string, string>(), theirs: new Map<string, string>() };

  private jar(of: 'ours' | 'theirs', response: Response): Response {
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split(/=(.*)/s) ?? [];
      if (value) this.jars[of].set(name, value);
      else this.jars[of].delete(name);
    }
    return response;
  }

  private cookies(of: 'ours' | 'theirs'): string {
    return [...this.jars[of]].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  keep(name: string, value: string): void {
    this.jars.ours.set(name, value);
  }

  cookie(name: string): string | undefined {
    return this.jars.ours.get(name);
  }

  async ask(method: 'GET' | 'POST', path: string, form?: Record<string, string>): Promise<Response> {
    const request = new NextRequest(`${HERE}/api/auth/${path}`, {
      method,
      headers: { accept: form ? 'application/json' : 'text/html', cookie: this.cookies('ours') },
      ...(form ? { body: new URLSearchParams(form).toString() } : {}),
    });
    const nextauth = path.split('?')[0]?.split('/') ?? [];
    const response = await (method === 'GET' ? GET : POST)(request, {
      params: Promise.resolve({ nextauth }),
    });
    return this.jar('ours', response);
  }

  async send(path: string, form: Record<string, string>): Promise<Response> {
    const { csrfToken } = (await (await this.ask('GET', 'csrf')).json()) as { csrfToken: string };
    return this.ask('POST', path, { csrfToken, ...form });
  }

  /** To the provider, in as `subject`, and back: gives the address that the provider leads to. */
  async throughProvider(subject: string, form: Record<string, string> = {}): Promise<string> {
    const begun = await this.send('signin/oidc', { callbackUrl: '/', ...form });
    let { url: at } = (await begun.json()) as { url: string };
    for (let steps = 0; steps < 12 && !at.startsWith(HERE); steps++) {
      const isForm = at.includes('/interaction/');
      const page = this.jar(
        'theirs',
        await fetch(at, {
          redirect: 'manual',
          headers: { cookie: this.cookies('theirs') },
          ...(isForm ? await this.formOf(at, subject) : {}),
        }),
      );
      at = new URL(page.headers.get('location') ?? at, at).href;
    }
    return at;
  }

  private async formOf(at: string, subject: string): Promise<RequestInit> {
    const page = await (await fetch(at, { headers: { cookie: this.cookies('theirs') } })).text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? 'login';
    const fields = { prompt, ...(prompt === 'login' ? { login: subject, password: 'any' } : {}) };
    return { method: 'POST', body: new URLSearchParams(fields) };
  }

  async comeBack(back: string): Promise<string | null> {
    return (await this.ask('GET', back.replace(`${HERE}/api/auth/`, ''))).headers.get('location');
  }

  async signInAs(subject: string, callbackUrl = '/'): Promise<string | null> {
    return this.comeBack(await this.throughProvider(subject, { callbackUrl }));
  }

  /** Leaves from the account page of whoever is signed in. */
  async leaveToConnect(subject: string): Promise<string> {
    return this.throughProvider(subject, connectionOf(await viewerIn(this)));
  }

  async connectAs(subject: string): Promise<string | null> {
    return this.comeBack(await this.leaveToConnect(subject));
  }

  async signInByPassword(email: string): Promise<void> {
    await this.send('callback/password', { email, password: PASSWORD });
  }
}

let browser: Browser;
beforeEach(() => {
  browser = new Browser();
});
const identitiesOf = (subject: string) =>
  asViewer('nobody', (tx) => tx.personIdentity.findMany({ where: { subject } }));
/** As the account page sends it. */
const connectionOf = (viewer: Viewer | null) => ({
  callbackUrl: '/account',
  connect: viewer?.personId ?? '',
});
const viewerIn = (of: Browser) => viewerBySignIn(of.cookie('rt_sign_in') ?? '');

describe('signing in by a provider of OpenID Connect', () => {
  it('takes up an open invitation where the provider vouches for the address, and knows the account from then on', async () => {
    expect(await browser.signInAs('invited', '/programs/provider')).toBe('/programs/provider');
    expect((await viewerIn(browser))?.email).toBe('invited@example.com');
    expect((await identitiesOf('invited')).map(({ lastUsedAt }) => lastUsedAt)).toEqual([expect.any(Date)]);
    ACCOUNTS.invited = { email: 'renamed@example.com', email_verified: false };
    const later = new Browser();
    expect(await later.signInAs('invited')).toBe('/');
    expect((await viewerIn(later))?.email).toBe('invited@example.com');
  });

  it.each(['unsure', 'nobody', 'manager'])(
    'lets nobody in who is not known, not vouched for, or has a way in already: %s',
    async (subject) => {
      expect(await browser.signInAs(subject)).toMatch(/^\/sign-in\?error=identity_unknown/);
      expect(browser.cookie('rt_sign_in')).toBeUndefined();
    },
  );

  it('is connected by whoever is signed in, from the account page, and lets them in afterwards', async () => {
    await browser.signInByPassword('officer@example.com');
    const secret = browser.cookie('rt_sign_in');
    expect(await browser.connectAs('another')).toBe('/account');
    expect([browser.cookie('rt_sign_in'), browser.cookie('rt_connect')]).toEqual([secret, undefined]);
    const later = new Browser();
    // Whoever is signed out comes in by it, also on the way to the account page.
    expect(await later.signInAs('another', '/account')).toBe('/account');
    expect((await viewerIn(later))?.email).toBe('officer@example.com');
    const rows = await identitiesOf('another');
    expect(rows.map(({ personId }) => personId)).toEqual([(await viewerOf('officer@example.com')).personId]);
  });

  it('connects nothing of somebody else, and nothing for whoever is signed out', async () => {
    await browser.signInByPassword('manager@example.com');
    expect(await browser.connectAs('another')).toBe('/account?error=identity_taken');
    const stranger = new Browser();
    expect(await stranger.signInAs('manager', '/account')).toMatch(/error=identity_unknown/);
    expect(stranger.cookie('rt_sign_in')).toBeUndefined();
  });

  it('connects nothing where the browser went to the provider to sign in, though somebody is in', async () => {
    await browser.signInByPassword('manager@example.com');
    expect(await browser.signInAs('nobody', '/account')).toMatch(/^\/sign-in\?error=identity_unknown/);
    expect(await identitiesOf('nobody')).toEqual([]);
  });

  it('connects for the sign-in alone that asked, and signs nobody in instead', async () => {
    await browser.signInByPassword('manager@example.com');
    const back = await browser.leaveToConnect('nobody');
    await browser.signInByPassword('officer@example.com');
    const officer = browser.cookie('rt_sign_in');
    expect(await browser.comeBack(back)).toBe('/account?error=connect_lost');
    expect([await identitiesOf('nobody'), browser.cookie('rt_sign_in')]).toEqual([[], officer]);
  });

  it('takes the seal of another journey for no intention to connect', async () => {
    await browser.signInByPassword('manager@example.com');
    await browser.leaveToConnect('nobody');
    const sealed = browser.cookie('rt_connect') ?? '';
    const back = await browser.leaveToConnect('nobody');
    browser.keep('rt_connect', sealed);
    expect(await browser.comeBack(back)).toBe('/account?error=connect_lost');
    expect(await identitiesOf('nobody')).toEqual([]);
  });

  it('says on the account page that the provider let it fail, and goes nowhere for whoever is signed out', async () => {
    await browser.signInByPassword('manager@example.com');
    const back = await browser.leaveToConnect('nobody');
    const cancelled = back.replace(/code=[^&]+/, 'error=access_denied');
    expect(await browser.comeBack(cancelled)).toBe('/account?error=connect_failed');
    const connection = connectionOf(await viewerIn(browser));
    expect((await new Browser().send('signin/oidc', connection)).status).toBe(401);
  });

  it('goes nowhere from the page of somebody else, over which another person has signed in since', async () => {
    await browser.signInByPassword('manager@example.com');
    const page = connectionOf(await viewerIn(browser));
    await browser.signInByPassword('officer@example.com');
    expect((await browser.send('signin/oidc', page)).status).toBe(401);
    expect(browser.cookie('rt_connect')).toBeUndefined();
  });

  it('is written into the audit trail, and is connected once however often it is asked for', async () => {
    await browser.signInByPassword('manager@example.com');
    expect([await browser.connectAs('unsure'), await browser.connectAs('unsure')]).toEqual([
      '/account',
      '/account',
    ]);
    const { personId: byId } = await viewerOf('manager@example.com');
    const entries = await asViewer(program.admin, (tx) =>
      tx.auditEntry.findMany({ where: { command: 'person.connect_identity', byId } }),
    );
    expect(entries.map(({ subject, means, detail }) => ({ subject, means, detail }))).toEqual([
      { subject: 'identity', means: 'web', detail: { isNew: true } },
      { subject: 'identity', means: 'web', detail: { isNew: false } },
    ]);
    expect(await identitiesOf('unsure')).toHaveLength(1);
    const elsewhere = new Browser();
    await elsewhere.signInByPassword('manager@example.com');
    expect(await elsewhere.connectAs('nobody')).toBe('/account?error=identity_there');
  });

  it('takes no answer of the provider that this browser did not ask for, or that was used before', async () => {
    const back = (await browser.throughProvider('another')).replace(`${HERE}/api/auth/`, '');
    const victim = new Browser();
    expect((await victim.ask('GET', back)).headers.get('location')).toMatch(/error=provider_failed/);
    const changed = back.replace(/state=[^&]+/, 'state=changed');
    expect((await browser.ask('GET', changed)).headers.get('location')).toMatch(/error=provider_failed/);
    expect([victim.cookie('rt_sign_in'), browser.cookie('rt_sign_in')]).toEqual([undefined, undefined]);
  });
});
