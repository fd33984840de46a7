import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { expectDone, type SmallProgram, smallProgram, viewerOf } from '@/e2e/support/small-program';
import { signIn } from '@/lib/person/commands/sign-in';
import { listMembers } from '@/lib/person/queries/members';
import { actIn } from '@/lib/platform/acting';
import { asViewer } from '@/lib/platform/database';
import type { StrangerCall } from '@/lib/platform/stranger';
import { viewerBySignIn } from '@/lib/platform/viewer';
import { andAfter } from '@/scripts/test/after-answer';
import { ownOutbox } from '@/scripts/test/outbox';
import { readLink } from '../queries';
import { acceptInvitation } from './accept';
import { invitePerson, resendInvitation } from './invite';
import { inviteAdmin } from './invite-admin';
import { requestPassword } from './request-link';

const PASSWORD = '가을 하늘 아래 커피';
const DAY = 24 * 60 * 60 * 1000;

const logged = vi.hoisted(() => [] as string[]);
vi.mock('@/lib/platform/log', () => {
  const write = (...words: unknown[]) => logged.push(JSON.stringify(words));
  return { log: { error: write, warn: write, info: write, debug: write } };
});

const { clear, mails } = ownOutbox();
let program: SmallProgram;

beforeAll(async () => {
  program = await smallProgram('invitations');
});
afterAll(() => program.end());
beforeEach(clear);

const linkIn = (mail: string | undefined) => /\/invitations\/(\S+)/.exec(mail ?? '')?.[1] ?? '';

async function invite(email: string, more: object = {}) {
  const input = { email, name: '새 사람', role: 'manager', ...more };
  const invited = expectDone(await invitePerson(program.office, input));
  return { ...invited, link: linkIn((await mails()).at(-1)) };
}

/** Asks for a new password, and lets the mail go out that is sent after the answer. */
async function askFor(email: string, call: StrangerCall = {}) {
  expectDone(await andAfter((after) => requestPassword({ email }, { ...call, ...after })));
}

const reasonsOf = async (
  result: Promise<{ ok: true } | { ok: false; refusals: readonly { reason: string }[] }>,
) => {
  const done = await result;
  return done.ok ? 'ok' : done.refusals.map(({ reason }) => reason);
};

describe('an invitation', () => {
  it('comes by mail in the language chosen for it, with a link that opens the account and the program', async () => {
    const { link, mail } = await invite('dana@example.com', { name: 'Dana', locale: 'en' });
    expect(mail).toBe('kept');
    const [sent] = await mails();
    expect(sent).toContain('To: Dana <dana@example.com>');
    expect(sent).toContain('Subject: [Roundtable] Invitation to Boston');
    expect(sent).not.toMatch(/[가-힣]/);
    expect(await readLink(link)).toMatchObject({
      name: 'Dana',
      state: 'open',
      program: { nameEn: 'Boston' },
    });
    const signedIn = expectDone(await acceptInvitation({ link, password: PASSWORD }));
    const viewer = await viewerBySignIn(signedIn.secret);
    expect(viewer?.programs.map(({ slug, role }) => [slug, role])).toEqual([['invitations', 'manager']]);
    expect(await reasonsOf(signIn({ email: 'dana@example.com', password: PASSWORD }))).toBe('ok');
  });

  it('7.40 names people in Latin letters in an English mail, and in Korean in a Korean one', async () => {
    const named = { name: '김하나', nameEn: 'Hana Kim' };
    await invite('hana@example.com', { ...named, locale: 'en' });
    const [english] = await mails();
    expect(english).toContain('To: Hana Kim <hana@example.com>');
    expect(english).toContain('Hello Hana Kim,');
    expect(english).not.toMatch(/[가-힣]/);
    await invite('hana.too@example.com', { ...named, locale: 'ko' });
    expect((await mails()).at(-1)).toContain('김하나 님, 안녕하세요.');
  });

  it('T10 works once', async () => {
    const { link } = await invite('once@example.com');
    expect(await reasonsOf(acceptInvitation({ link, password: PASSWORD }))).toBe('ok');
    expect(await reasonsOf(acceptInvitation({ link, password: 'another good one' }))).toEqual(['link_used']);
    expect(await reasonsOf(signIn({ email: 'once@example.com', password: PASSWORD }))).toBe('ok');
  });

  it('T10 taken up by twelve browsers at once lets one in and sets its password', async () => {
    const { link } = await invite('race@example.com');
    const readers = Array.from({ length: 12 }, (_, index) => `browser number ${index}`);
    const results = await Promise.all(readers.map((password) => acceptInvitation({ link, password })));
    const winners = readers.filter((_, index) => results[index]?.ok);
    expect(winners).toHaveLength(1);
    expect(await reasonsOf(signIn({ email: 'race@example.com', password: winners[0] ?? '' }))).toBe('ok');
    const signIns = await asViewer('machine', (tx) =>
      tx.signIn.count({ where: { person: { email: 'race@example.com' } } }),
    );
    expect(signIns).toBe(2);
  });

  it('T10 sent twice at once makes one person and one membership', async () => {
    const input = { email: 'twice@example.com', name: '둘', role: 'manager' };
    const results = await Promise.all([1, 2, 3, 4].map(() => invitePerson(program.office, input)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const persons = await asViewer('machine', (tx) => tx.person.count({ where: { email: input.email } }));
    expect(persons).toBe(1);
  });

  it('sent again makes the earlier link worthless', async () => {
    const { link, membershipId } = await invite('again@example.com');
    expectDone(await resendInvitation(program.office, { membershipId }));
    const newer = linkIn((await mails()).at(-1));
    expect(newer).not.toBe(link);
    expect(await reasonsOf(acceptInvitation({ link, password: PASSWORD }))).toEqual(['link_replaced']);
    expect(await reasonsOf(acceptInvitation({ link: newer, password: PASSWORD }))).toBe('ok');
    expect(await reasonsOf(resendInvitation(program.office, { membershipId }))).toEqual(['joined']);
  });

  it('ends after fourteen days', async () => {
    const { link } = await invite('late@example.com');
    const almost = new Date(Date.now() + 14 * DAY - 60_000);
    const after = new Date(Date.now() + 14 * DAY + 60_000);
    expect((await readLink(link, { now: almost }))?.state).toBe('open');
    expect(await reasonsOf(acceptInvitation({ link, password: PASSWORD }, { now: after }))).toEqual([
      'link_expired',
    ]);
  });

  it('says at the password why it will not do, and stays open', async () => {
    const { link } = await invite('choosy@example.com');
    expect(await reasonsOf(acceptInvitation({ link, password: 'short' }))).toEqual(['password_short']);
    expect(await reasonsOf(acceptInvitation({ link, password: 'choosy@example.com' }))).toEqual([
      'password_is_account',
    ]);
    expect((await readLink(link))?.state).toBe('open');
  });

  it('to somebody who has a password already carries no link, and they are in at once', async () => {
    const { link } = await invite('known@example.com');
    expectDone(await acceptInvitation({ link, password: PASSWORD }));
    const { membershipId } = (await listMembers(program.office, {})).items.find(
      ({ email }) => email === 'known@example.com',
    ) ?? { membershipId: '' };
    expect(membershipId).not.toBe('');
    const other = actIn(program.admin, 'invitations');
    await asViewer(other, (tx) =>
      tx.membership.updateMany({ where: { id: membershipId }, data: { endedAt: new Date() } }),
    );
    const again = await invite('known@example.com');
    expect(again).toMatchObject({ membershipId, link: '' });
    expect((await viewerOf('known@example.com')).programs).toHaveLength(1);
  });

  it('by an officer makes no officer, and by a manager or startup nothing', async () => {
    const input = { email: 'boss@example.com', name: '담당', role: 'officer' };
    for (const scope of [program.office, program.manager, program.startup]) {
      await expect(invitePerson(scope, input)).rejects.toThrow(
        expect.objectContaining({ code: 'forbidden' }),
      );
    }
    expect(await reasonsOf(invitePerson(actIn(program.admin, 'invitations'), input))).toBe('ok');
  });

  it('of a startup names a startup of the program, of others none', async () => {
    const [startupId] = program.startupIds;
    const person = (more: object) =>
      invitePerson(program.office, { email: 's@example.com', name: 's', ...more });
    expect(await reasonsOf(person({ role: 'startup' }))).toEqual(['startup_needed']);
    expect(await reasonsOf(person({ role: 'startup', startupId: crypto.randomUUID() }))).toEqual([
      'startup_gone',
    ]);
    expect(await reasonsOf(person({ role: 'manager', startupId }))).toEqual(['startup_not_for_role']);
    expect(await reasonsOf(person({ role: 'startup', startupId }))).toBe('ok');
    expect(await reasonsOf(person({ role: 'startup', startupId }))).toEqual(['already_member']);
  });
});

describe('T10 the secret of a link', () => {
  it('stands in the mail and nowhere else: no log, no row, no answer', async () => {
    const invited = await invite('quiet@example.com');
    const { link, ...answer } = invited;
    expectDone(await acceptInvitation({ link, password: PASSWORD }));
    expect(link).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(logged.join('\n')).not.toContain(link);
    expect(JSON.stringify(answer)).not.toContain(link);
    const rows = await asViewer('machine', async (tx) => [
      await tx.invitation.findMany(),
      await tx.idempotencyKey.findMany(),
      await tx.person.findMany(),
    ]);
    const audit = await asViewer(program.admin, (tx) => tx.auditEntry.findMany());
    const everything = JSON.stringify([rows, audit]);
    expect(everything).toContain('quiet@example.com');
    expect(everything).not.toContain(link);
    expect(JSON.stringify(audit)).not.toContain('quiet@example.com');
  });
});

describe('a new password', () => {
  it('T9 is mailed to an account and to nobody else, with the same answer', async () => {
    const { link } = await invite('forgetful@example.com');
    const before = expectDone(await acceptInvitation({ link, password: PASSWORD }));
    const count = (await mails()).length;
    await askFor('forgetful@example.com');
    await askFor('stranger@example.com');
    const sent = (await mails()).slice(count);
    expect(sent.map((mail) => /^To: .*$/m.exec(mail)?.[0])).toEqual(['To: 새 사람 <forgetful@example.com>']);
    expect(await viewerBySignIn(before.secret)).not.toBeNull();
    const after = expectDone(
      await acceptInvitation({ link: linkIn(sent[0]), password: 'quite another one' }),
    );
    expect(await viewerBySignIn(before.secret)).toBeNull();
    expect(await viewerBySignIn(after.secret)).not.toBeNull();
    expect(await reasonsOf(signIn({ email: 'forgetful@example.com', password: PASSWORD }))).toEqual([
      'wrong_password',
    ]);
  });

  it('7.4 asked for by anybody, again and again, voids neither a link that was printed nor one that was mailed', async () => {
    const printed = linkIn(await inviteAdmin('victim@example.com'));
    const now = new Date();
    const at = (ms: number) => ({ now: new Date(now.getTime() + ms) });
    const count = (await mails()).length;
    for (const minutes of [0, 2, 4]) await askFor('victim@example.com', at(minutes * 60_000));
    const mailed = (await mails()).slice(count).map(linkIn);
    expect(mailed).toHaveLength(3);
    for (const link of [printed, ...mailed]) expect((await readLink(link, at(300_000)))?.state).toBe('open');
    expect(await reasonsOf(acceptInvitation({ link: printed, password: PASSWORD }))).toBe('ok');
    for (const link of mailed) expect((await readLink(link))?.state).toBe('ended');
  });

  it('works for two hours', async () => {
    const { link } = await invite('eager@example.com');
    expectDone(await acceptInvitation({ link, password: PASSWORD }));
    const now = new Date();
    await askFor('eager@example.com', { now });
    const late = new Date(now.getTime() + 2 * 60 * 60 * 1000);
    const mailed = linkIn((await mails()).at(-1));
    expect(await reasonsOf(acceptInvitation({ link: mailed, password: PASSWORD }, { now: late }))).toEqual([
      'link_expired',
    ]);
  });

  it('7.4 is mailed to one address three times at once, then every twenty minutes, and five links are open at most', async () => {
    const { link } = await invite('flooded@example.com');
    expectDone(await acceptInvitation({ link, password: PASSWORD }));
    const start = Date.now();
    const mailsAt = async (minutes: number, times: number) => {
      const count = (await mails()).length;
      for (let i = 0; i < times; i++) {
        const source = `192.0.2.${i}`;
        await askFor('flooded@example.com', { now: new Date(start + minutes * 60_000), source });
      }
      return (await mails()).length - count;
    };
    expect([await mailsAt(0, 12), await mailsAt(5, 2), await mailsAt(20, 3), await mailsAt(40, 3)]).toEqual([
      3, 0, 1, 1,
    ]);
    expect(await mailsAt(60, 3)).toBe(0);
    expect(await mailsAt(121, 3)).toBe(3);
  });

  it('7.4 is refused to a source that asks for many addresses, whoever has them, and to no other', async () => {
    const now = new Date();
    const ask = (index: number, source: string) =>
      reasonsOf(
        andAfter((after) =>
          requestPassword({ email: `nobody-${index}@example.com` }, { now, source, ...after }),
        ),
      );
    const asked = Array.from({ length: 25 }, (_, index) => index);
    const told: unknown[] = [];
    for (const index of asked) told.push(await ask(index, '198.51.100.1'));
    expect(told).toEqual(asked.map((index) => (index < 20 ? 'ok' : ['too_many_requests'])));
    expect(await ask(1, '198.51.100.2')).toBe('ok');
  });
});
