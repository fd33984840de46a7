import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SmallProgram, smallProgram, viewerOf } from '@/e2e/support/small-program';
import { asViewer, disconnect } from '@/lib/platform/database';
import * as passwords from '@/lib/platform/password';
import { viewerByApiToken, viewerBySignIn } from '@/lib/platform/viewer';
import { signIn } from './sign-in';

const PASSWORD = '가을 하늘 아래 커피';
const NOW = new Date('2026-11-23T09:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

let program: SmallProgram;

beforeAll(async () => {
  program = await smallProgram('sign-in');
  const passwordHash = await passwords.hashPassword(PASSWORD);
  await asViewer('machine', (tx) => tx.person.updateMany({ data: { passwordHash } }));
});
afterAll(() => program.end());

const reasonOf = async (input: unknown, at = NOW) => {
  const result = await signIn(input, { now: at });
  return result.ok ? 'in' : result.refusals.map(({ reason, params }) => ({ reason, ...params }));
};

describe('signing in', () => {
  it('gives a secret that leads to the viewer, of which the database has only a hash', async () => {
    const input = { email: ' Officer@Example.com ', password: PASSWORD.normalize('NFD') };
    const result = await signIn(input, { now: NOW });
    const secret = result.ok ? result.value.secret : '';
    const viewer = await viewerBySignIn(secret, { now: NOW });
    expect(viewer?.email).toBe('officer@example.com');
    expect(viewer?.programs.map(({ slug, role }) => [slug, role])).toEqual([['sign-in', 'officer']]);
    const rows = await asViewer('machine', (tx) => tx.signIn.findMany());
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('T7 refuses look-alikes and lists of addresses before it looks for anybody', async () => {
    for (const email of [
      'officer＠example.com',
      'ｏfficer@example.com',
      'officer@example。com',
      'officer@example.com,manager@example.com',
      'officer@example.com manager@example.com',
      '"officer"@example.com',
      'officer@example.com\u0000',
    ]) {
      expect([email, await reasonOf({ email, password: PASSWORD })]).toEqual([
        email,
        [{ reason: 'not_an_email' }],
      ]);
    }
  });

  it('T27 takes no operator where a text belongs', async () => {
    expect(await reasonOf({ email: { contains: '' }, password: PASSWORD })).toEqual([
      { reason: 'wrong_type' },
    ]);
    expect(await reasonOf({ email: 'officer@example.com', password: { startsWith: 'a' } })).toEqual([
      { reason: 'wrong_type' },
    ]);
  });

  it('T9 does the same work and says the same for a wrong password, an unknown address and a closed account', async () => {
    await asViewer('machine', (tx) =>
      tx.person.create({
        data: { email: 'closed@example.com', name: 'closed', archivedAt: NOW, passwordHash: 'x' },
      }),
    );
    const compare = vi.spyOn(passwords, 'passwordMatches');
    for (const email of ['manager@example.com', 'nobody@example.com', 'closed@example.com']) {
      compare.mockClear();
      expect(await reasonOf({ email, password: 'not the password' })).toEqual([{ reason: 'wrong_password' }]);
      expect([email, compare.mock.calls.length]).toEqual([email, 1]);
    }
  });

  it('T9 locks a known and an unknown address alike, and says for how long', async () => {
    for (const email of ['garam@example.com', 'stranger@example.com']) {
      const attempt = (at: Date, password = 'wrong') => reasonOf({ email, password }, at);
      for (const _ of [1, 2, 3, 4, 5]) expect(await attempt(NOW)).toEqual([{ reason: 'wrong_password' }]);
      expect(await attempt(NOW)).toEqual([{ reason: 'locked', minutes: 3, seconds: 0 }]);
      // The right password is not heard either, and asking while locked does not lock for longer.
      expect(await attempt(later(170), PASSWORD)).toEqual([{ reason: 'locked', minutes: 0, seconds: 10 }]);
      expect(await attempt(later(180))).toEqual([{ reason: 'wrong_password' }]);
      expect(await attempt(later(180))).toEqual([{ reason: 'locked', minutes: 3, seconds: 0 }]);
    }
    expect(await reasonOf({ email: 'garam@example.com', password: PASSWORD }, later(360))).toBe('in');
    expect(await reasonOf({ email: 'garam@example.com', password: 'wrong' }, later(360))).toEqual([
      { reason: 'wrong_password' },
    ]);
  });

  it('T9 hears no more than five of forty guesses at once', async () => {
    const compare = vi.spyOn(passwords, 'passwordMatches');
    const guesses = Array.from({ length: 40 }, (_, index) =>
      signIn({ email: 'admin@example.com', password: `guess ${index}` }, { now: NOW }),
    );
    await Promise.all(guesses);
    expect(compare.mock.calls.length).toBe(5);
  });

  it('ends after 30 days without use, and after half a year with it', async () => {
    const result = await signIn({ email: 'officer@example.com', password: PASSWORD }, { now: NOW });
    const secret = result.ok ? result.value.secret : '';
    const day = 24 * 60 * 60;
    expect(await viewerBySignIn(secret, { now: later(30 * day) })).toBeNull();
    for (let used = 0; used < 180; used += 20) {
      expect([used, (await viewerBySignIn(secret, { now: later(used * day) }))?.email]).toEqual([
        used,
        'officer@example.com',
      ]);
    }
    expect((await viewerBySignIn(secret, { now: later(179 * day) }))?.email).toBe('officer@example.com');
    expect(await viewerBySignIn(secret, { now: later(180 * day) })).toBeNull();
  });
});

describe('7.6 guessing passwords', () => {
  // Hundreds of guesses: hashing each would take minutes and show nothing more.
  beforeAll(() => {
    vi.spyOn(passwords, 'passwordMatches').mockImplementation(
      async (password, stored) => stored !== null && password === PASSWORD,
    );
  });
  afterAll(() => vi.restoreAllMocks());

  const DAY = 24 * 60 * 60;
  const from = (source: string, at: number, browser: string | null = null) => ({
    ...{ source, browser, now: later(at) },
  });
  const told = async (email: string, password: string, call: object) => {
    const result = await signIn({ email, password }, call);
    return result.ok ? 'in' : result.refusals[0]?.reason;
  };

  it('at an account from elsewhere, again and again, locks nobody out at home', async () => {
    const email = 'manager@example.com';
    for (let minutes = 0; minutes < 60; minutes += 1) {
      await told(email, 'wrong', from('203.0.113.7', DAY + minutes * 60));
    }
    for (const _ of [1, 2]) await told(email, 'wrong', from('203.0.113.7', DAY + 3600));
    expect(await told(email, PASSWORD, from('203.0.113.7', DAY + 3600))).toBe('locked');
    expect(await told(email, PASSWORD, from('198.51.100.9', DAY + 3600))).toBe('in');
  });

  it('from everywhere at once locks the account for strangers, not for a browser that it knows', async () => {
    const email = 'officer@example.com';
    const first = await signIn({ email, password: PASSWORD }, from('198.51.100.9', 2 * DAY));
    const browser = first.ok ? first.value.browser : null;
    for (let index = 0; index < 60; index += 1) {
      await told(email, 'wrong', from(`192.0.2.${index}`, 2 * DAY + 1));
    }
    expect(await told(email, PASSWORD, from('198.51.100.10', 2 * DAY + 1))).toBe('locked');
    expect(await told(email, PASSWORD, from('198.51.100.10', 2 * DAY + 1, 'x'.repeat(43)))).toBe('locked');
    expect(await told(email, PASSWORD, from('198.51.100.10', 2 * DAY + 1, browser))).toBe('in');
    // That browser is one more place to guess from, and counted as one.
    const guesses: unknown[] = [];
    for (let index = 0; index < 6; index += 1) {
      guesses.push(await told(email, 'wrong', from('198.51.100.10', 2 * DAY + 2, browser)));
    }
    expect(guesses.at(0)).toBe('wrong_password');
    expect(guesses.at(-1)).toBe('locked');
    expect(await told('manager@example.com', PASSWORD, from('203.0.113.80', 2 * DAY + 2, browser))).toBe(
      'in',
    );
  });

  it('one password on many addresses is stopped by source, known and unknown addresses alike', async () => {
    const tries: unknown[] = [];
    for (let index = 0; index < 60; index += 1) {
      tries.push(await told(`person-${index}@example.com`, 'autumn2026', from('203.0.113.66', 3 * DAY)));
    }
    expect(tries.filter((each) => each === 'wrong_password')).toHaveLength(50);
    expect(await told('garam@example.com', PASSWORD, from('203.0.113.66', 3 * DAY))).toBe('locked');
    expect(await told('garam@example.com', PASSWORD, from('203.0.113.67', 3 * DAY))).toBe('in');
  });

  it('leaves one entry for a lock, however often it is refused, and none for an address that nobody has', async () => {
    const entries = () =>
      asViewer(program.admin, (tx) => tx.auditEntry.findMany({ where: { command: 'person.lock' } }));
    const before = (await entries()).length;
    for (const email of ['garam@example.com', 'not-there@example.com']) {
      for (let index = 0; index < 30; index += 1) {
        await told(email, 'wrong', from('203.0.113.99', 4 * DAY + index));
      }
    }
    const written = (await entries()).slice(before);
    const garam = await viewerOf('garam@example.com');
    expect(written.map(({ detail, byId }) => [detail, byId])).toEqual([[{ personId: garam.personId }, null]]);
  });
});

describe('the viewer behind a secret', () => {
  it('T6 is nobody for whatever is not one, and never an error', async () => {
    for (const secret of ['', '%E0%A4%A', '\u0000', '💶', "' or 1=1 --", 'x'.repeat(10_000)]) {
      expect([secret.slice(0, 20), await viewerBySignIn(secret), await viewerByApiToken(secret)]).toEqual([
        secret.slice(0, 20),
        null,
        null,
      ]);
    }
  });

  it('is nobody when the database is asked with the hash itself', async () => {
    const [row] = await asViewer('machine', (tx) => tx.signIn.findMany({ take: 1 }));
    expect(await viewerBySignIn(row?.tokenHash ?? '')).toBeNull();
  });
});

// The pool of this file's database closes with it.
afterAll(disconnect);
