import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram, viewerOf } from '@/e2e/support/small-program';
import { endAccessOf } from '@/lib/person/commands/end-access';
import { asViewer } from '@/lib/platform/database';
import type { StrangerCall } from '@/lib/platform/stranger';
import { viewerBySignIn } from '@/lib/platform/viewer';
import { andAfter } from '@/scripts/test/after-answer';
import { ownOutbox } from '@/scripts/test/outbox';
import { readSignInLink } from '../queries';
import { requestSignInLink } from './request-link';
import { signInByLink } from './sign-in-link';

const EMAIL = 'manager@example.com';
const MINUTE = 60_000;
const { clear, mails } = ownOutbox();
let program: SmallProgram;
/** Each test is an hour after the one before: mails to one address are counted. */
let now = new Date('2026-11-30T00:00:00Z');
const at = (minutes: number) => ({ now: new Date(now.getTime() + minutes * MINUTE) });

beforeAll(async () => {
  program = await smallProgram('links');
});
afterAll(() => program.end());
beforeEach(async () => {
  now = new Date(now.getTime() + 24 * 60 * MINUTE);
  await clear();
});

const ask = (input: object, call: StrangerCall = { now }) =>
  andAfter((after) => requestSignInLink(input, { ...call, ...after }));

async function linkFor(email: string): Promise<string> {
  expectDone(await ask({ email }));
  return /\/sign-in\/link\/([A-Za-z0-9_-]{43})/.exec((await mails()).at(-1) ?? '')?.[1] ?? '';
}

const reasonOf = async (link: string, call: StrangerCall = { now }) => {
  const result = await signInByLink({ link }, call);
  return result.ok ? 'in' : result.refusals[0]?.reason;
};

describe('a link by e-mail', () => {
  it('signs in its receiver, in whichever browser, and stands in the database as a hash alone', async () => {
    const link = await linkFor(` ${EMAIL.toUpperCase()} `);
    const opened = expectDone(await signInByLink({ link }, { ...at(1), userAgent: 'another device' }));
    expect((await viewerBySignIn(opened.secret, at(1)))?.email).toBe(EMAIL);
    const rows = await asViewer('machine', (tx) => tx.signInLink.findMany());
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(link);
  });

  it('is not used up by whoever only opens it, and then works once', async () => {
    const link = await linkFor(EMAIL);
    for (const _ of [1, 2, 3]) expect((await readSignInLink(link, at(1)))?.state).toBe('open');
    expect(await reasonOf(link)).toBe('in');
    expect(await reasonOf(link)).toBe('sign_in_link_used');
    expect((await readSignInLink(link, at(1)))?.state).toBe('used');
  });

  it('lets one of ten in who use it at once', async () => {
    const link = await linkFor(EMAIL);
    const told = await Promise.all(Array.from({ length: 10 }, () => reasonOf(link)));
    expect(told.filter((each) => each === 'in')).toHaveLength(1);
    expect(told.filter((each) => each === 'sign_in_link_used')).toHaveLength(9);
  });

  it('ends after half an hour', async () => {
    const link = await linkFor(EMAIL);
    expect((await readSignInLink(link, at(29)))?.state).toBe('open');
    expect((await readSignInLink(link, at(30)))?.state).toBe('expired');
    expect(await reasonOf(link, at(30))).toBe('sign_in_link_expired');
  });

  it('ends with every other way into the account', async () => {
    const link = await linkFor(EMAIL);
    const { personId } = await viewerOf(EMAIL);
    await asViewer('link', (tx) => endAccessOf(tx, { personId, now }));
    expect(await reasonOf(link)).toBe('sign_in_link_unknown');
    expect(await readSignInLink(link, at(1))).toBeNull();
  });

  it('leads to the page that was wanted, on this site alone', async () => {
    expectDone(await ask({ email: EMAIL, next: '/programs/links/pairs?view=board' }));
    expectDone(await ask({ email: EMAIL, next: '//evil.example/' }));
    const links = (await mails()).map((mail) => /\/sign-in\/link\/\S+/.exec(mail)?.[0].slice(57));
    expect(links).toEqual(['?next=%2Fprograms%2Flinks%2Fpairs%3Fview%3Dboard', '']);
  });

  it('T10 that nobody sent opens nothing', async () => {
    expect(await reasonOf('x'.repeat(43))).toBe('sign_in_link_unknown');
    expect(await reasonOf('../../etc')).not.toBe('in');
    expect(await readSignInLink('x'.repeat(43))).toBeNull();
  });
});

describe('T9 asking for one', () => {
  it('is answered in the same words before anything is done, whoever has the address', async () => {
    const later: unknown[] = [];
    for (const email of [EMAIL, 'nobody-at-all@example.com']) {
      const answer = await requestSignInLink({ email }, { now, afterAnswer: (task) => later.push(task) });
      expect([email, answer]).toEqual([email, { ok: true, value: {} }]);
    }
    expect(later).toHaveLength(2);
    expect(await mails()).toEqual([]);
  });

  it('mails nothing to an address that nobody has, and five an hour to one that somebody has', async () => {
    expectDone(await ask({ email: 'nobody-at-all@example.com' }));
    expect(await mails()).toEqual([]);
    for (let index = 0; index < 8; index++)
      expectDone(await ask({ email: EMAIL }, { now, source: `192.0.2.${index}` }));
    expect(await mails()).toHaveLength(5);
  });

  it('is refused to a source that asks for many addresses, and to no other', async () => {
    const told: unknown[] = [];
    for (let index = 0; index < 32; index++) {
      const answer = await ask({ email: `nobody-${index}@example.com` }, { now, source: '198.51.100.1' });
      told.push(answer.ok ? 'ok' : answer.refusals[0]?.reason);
    }
    expect(told).toEqual([...Array(30).fill('ok'), 'too_many_links', 'too_many_links']);
    expect((await ask({ email: 'nobody@example.com' }, { now, source: '198.51.100.2' })).ok).toBe(true);
  });

  it('T7 takes a look-alike for no address', async () => {
    const answer = await ask({ email: 'manager＠example.com' });
    expect(answer.ok ? 'ok' : answer.refusals[0]?.reason).toBe('not_an_email');
  });
});
