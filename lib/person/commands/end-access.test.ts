import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { expectDone, type SmallProgram, secretBy, smallProgram, viewerOf } from '@/e2e/support/small-program';
import type { Viewer } from '@/lib/core/scope';
import { acceptInvitation } from '@/lib/invitation/commands/accept';
import { inviteAdmin } from '@/lib/invitation/commands/invite-admin';
import { openLink } from '@/lib/invitation/commands/open-link';
import { readLink } from '@/lib/invitation/queries';
import { asViewer } from '@/lib/platform/database';
import * as passwords from '@/lib/platform/password';
import { viewerByApiToken, viewerBySignIn } from '@/lib/platform/viewer';
import { issueToken } from '@/lib/token/commands';
import { codeAt } from '@/scripts/test/authenticator';
import { ownOutbox } from '@/scripts/test/outbox';
import { listMembers } from '../queries/members';
import { listPeople } from '../queries/people';
import { changePassword } from './account';
import { endResetLinksOf } from './end-access';
import { archivePerson, restorePerson } from './installation';
import { endMembership, restoreMembership } from './membership';
import { beginSecondFactor, confirmSecondFactor } from './second-factor';
import { signIn } from './sign-in';

const PASSWORD = '가을 하늘 아래 커피';
const NEW_PASSWORD = '겨울 바다 위의 등대';

const { mailsTo } = ownOutbox();
let program: SmallProgram;
beforeAll(async () => {
  program = await smallProgram('end-access');
});
afterAll(() => program.end());
let people = 0;

/** Somebody with every way in: two browsers, a token, and two open links. Nobody of the others is touched. */
async function somebody() {
  people += 1;
  const email = `person-${people}@example.com`;
  const passwordHash = await passwords.hashPassword(PASSWORD);
  const { id } = await asViewer('machine', (tx) =>
    tx.person.create({ data: { email, name: email, passwordHash }, select: { id: true } }),
  );
  const browser = async () => expectDone(await signIn({ email, password: PASSWORD })).secret;
  const link = async () => (await inviteAdmin(email)).replace('/invitations/', '');
  const ways = {
    email,
    personId: id,
    browsers: [await browser(), await browser()] as [string, string],
    token: await issueToken(email, { name: 'script' }),
    links: [await link()],
  };
  return ways;
}

/** A passkey, an account at a provider and an authenticator app. */
async function addWaysIn(email: string): Promise<void> {
  const viewer = await viewerOf(email);
  const of = { personId: viewer.personId };
  await asViewer(viewer, async (tx) => {
    const passkey = { credentialId: `device of ${email}`, name: '노트북', publicKey: new Uint8Array([0]) };
    await tx.passkey.create({ data: { ...of, ...passkey }, select: { id: true } });
    const identity = { issuer: 'https://id.example', subject: email };
    await tx.personIdentity.create({ data: { ...of, ...identity }, select: { id: true } });
    const factor = { sealedSecret: 'sealed', confirmedAt: new Date() };
    await tx.secondFactor.create({ data: { ...of, ...factor }, select: { personId: true } });
  });
}

const waysInOf = (personId: string) =>
  asViewer('nobody', async (tx) => ({
    passkeys: await tx.passkey.count({ where: { personId } }),
    identities: await tx.personIdentity.count({ where: { personId } }),
    factors: await tx.secondFactor.count({ where: { personId } }),
    browsers: await tx.knownBrowser.count({ where: { personId } }),
  }));

/** What of it still leads into the account. */
async function openOf({ browsers, token, links }: Awaited<ReturnType<typeof somebody>>) {
  return {
    browsers: await Promise.all(browsers.map(async (secret) => (await viewerBySignIn(secret)) !== null)),
    token: (await viewerByApiToken(token)) !== null,
    links: await Promise.all(links.map(async (link) => (await readLink(link))?.state ?? null)),
  };
}

const versionOf = async (personId: string) =>
  (await asViewer(program.admin, (tx) => tx.person.findUniqueOrThrow({ where: { id: personId } }))).version;

describe('7.2 a new password ends every other way in', () => {
  it('set on the account page: sign-ins but this one, tokens, links', async () => {
    const ways = await somebody();
    const other = await somebody();
    expect(await openOf(ways)).toEqual({ browsers: [true, true], token: true, links: ['open'] });
    const viewer = await viewerBySignIn(ways.browsers[0]);
    if (!viewer) throw new Error('signed out');
    const ended = await changePassword(viewer, { current: PASSWORD, password: NEW_PASSWORD });
    expect(expectDone(ended)).toEqual({ endedSignIns: 1, endedTokens: 1, endedLinks: 1 });
    expect(await openOf(ways)).toEqual({ browsers: [true, false], token: false, links: ['ended'] });
    expect(await openOf(other)).toEqual({ browsers: [true, true], token: true, links: ['open'] });
  });

  it('set by a link: all sign-ins, tokens, the other links', async () => {
    const ways = await somebody();
    const [link = ''] = ways.links;
    const { secret } = expectDone(await acceptInvitation({ link, password: NEW_PASSWORD }));
    expect(await openOf(ways)).toEqual({ browsers: [false, false], token: false, links: ['used'] });
    expect(await viewerBySignIn(secret)).toMatchObject({ email: ways.email });
  });

  it('leaves passkeys and accounts elsewhere, and says so on the page of the link and by mail', async () => {
    const { email, personId, links } = await somebody();
    await addWaysIn(email);
    const [link = ''] = links;
    expect((await readLink(link))?.stays).toEqual({ passkeys: 1, identities: 1 });
    expectDone(await acceptInvitation({ link, password: NEW_PASSWORD }));
    expect(await waysInOf(personId)).toMatchObject({ passkeys: 1, identities: 1, factors: 1 });
    const [mail = ''] = await mailsTo(email);
    expect(mail).toContain('비밀번호가 변경되었습니다');
    for (const way of ['패스키: 노트북', '외부 계정: id.example', '인증 앱'])
      expect(mail).toContain(`- ${way}`);
    expect((await readLink(link))?.stays).toEqual({ passkeys: 0, identities: 0 });
  });

  it('is told by mail also where it was set on the account page, with nothing said to stay where nothing does', async () => {
    const { email, browsers } = await somebody();
    const viewer = await viewerBySignIn(browsers[0]);
    if (!viewer) throw new Error('signed out');
    expectDone(await changePassword(viewer, { current: PASSWORD, password: NEW_PASSWORD }));
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(1);
    expect(mails[0]).not.toContain('그대로 남아');
  });

  it('also the sign-in that was still looking at the old one', async () => {
    const ways = await somebody();
    const matches = passwords.passwordMatches;
    const looking = vi.spyOn(passwords, 'passwordMatches').mockImplementationOnce(async (...asked) => {
      const [link = ''] = ways.links;
      expectDone(await acceptInvitation({ link, password: NEW_PASSWORD }));
      return matches(...asked);
    });
    expect(await signIn({ email: ways.email, password: PASSWORD })).toMatchObject({ ok: false });
    expect(looking).toHaveBeenCalled();
  });
});

async function memberOf() {
  const { items } = await listMembers(program.office, {});
  const found = items.find(({ email }) => email === 'manager@example.com');
  return { membershipId: found?.membershipId, version: found?.version };
}

const idOf = (email: string) =>
  asViewer('machine', async (tx) => (await tx.person.findUniqueOrThrow({ where: { email } })).id);

/** As a mail after a forgotten password carries it. */
async function resetLinkOf(email: string): Promise<string> {
  const whose = { personId: await idOf(email), purpose: 'reset' as const, programId: null, invitedBy: null };
  const { path } = await asViewer('link', (tx) =>
    openLink(tx, { ...whose, now: new Date(), lastsMs: 600_000 }),
  );
  return path.replace('/invitations/', '');
}

describe('7.2 letting a person back in revives nothing', () => {
  it('after their account was closed', async () => {
    const ways = await somebody();
    const { personId } = ways;
    const admin = await viewerOf('admin@example.com');
    const nothing = { browsers: [false, false], token: false };
    expectDone(await archivePerson(admin, { personId, version: await versionOf(personId) }));
    expect(await openOf(ways)).toMatchObject(nothing);
    expectDone(await restorePerson(admin, { personId, version: await versionOf(personId) }));
    expect(await openOf(ways)).toEqual({ ...nothing, links: ['ended'] });
    expect((await signIn({ email: ways.email, password: PASSWORD })).ok).toBe(false);
  });

  it('nor any other way in that somebody may have added, and a link by mail begins anew', async () => {
    const { email, personId } = await somebody();
    await addWaysIn(email);
    expect(await waysInOf(personId)).toEqual({ passkeys: 1, identities: 1, factors: 1, browsers: 2 });
    const admin = await viewerOf('admin@example.com');
    expectDone(await archivePerson(admin, { personId, version: await versionOf(personId) }));
    expectDone(await restorePerson(admin, { personId, version: await versionOf(personId) }));
    expect(await waysInOf(personId)).toEqual({ passkeys: 0, identities: 0, factors: 0, browsers: 0 });
    const link = await resetLinkOf(email);
    const { secret } = expectDone(await acceptInvitation({ link, password: NEW_PASSWORD }));
    expect((await viewerBySignIn(secret))?.email).toBe(email);
  });

  it('nor what an account kept that was closed before its ways in were taken away', async () => {
    for (const reopen of [
      async (_: string, personId: string) => {
        const admin = await viewerOf('admin@example.com');
        expectDone(await restorePerson(admin, { personId, version: await versionOf(personId) }));
      },
      (email: string) => inviteAdmin(email),
    ]) {
      const { email, personId } = await somebody();
      await addWaysIn(email);
      const archivedAt = new Date();
      await asViewer('machine', (tx) =>
        tx.person.update({ where: { id: personId }, data: { archivedAt }, select: { id: true } }),
      );
      await reopen(email, personId);
      expect(await waysInOf(personId)).toEqual({ passkeys: 0, identities: 0, factors: 0, browsers: 0 });
      expect((await signIn({ email, password: PASSWORD })).ok).toBe(false);
    }
  });

  it('so that an admin who lost every second proof comes back by one whom the command line makes', async () => {
    const setUpFactor = async (browser: string) => {
      const found = (await viewerBySignIn(browser)) as Viewer;
      expect(found).toMatchObject({ isAdmin: false, adminNeedsProof: true });
      const { secret } = expectDone(await beginSecondFactor(found, {}));
      const code = codeAt(secret);
      expectDone(await confirmSecondFactor(found, { code }));
      return (await viewerBySignIn(browser)) as Viewer;
    };
    const { email, personId } = await somebody();
    await addWaysIn(email);
    const rule = (requiresSecondFactor: boolean) =>
      asViewer(program.admin, (tx) => tx.program.updateMany({ data: { requiresSecondFactor } }));
    await rule(true);
    const link = (await inviteAdmin('second-admin@example.com')).replace('/invitations/', '');
    const other = await setUpFactor(expectDone(await acceptInvitation({ link, password: PASSWORD })).secret);
    const { items } = await listPeople(other, { q: email });
    const closed = expectDone(await archivePerson(other, { personId, version: items[0]?.version }));
    expectDone(await restorePerson(other, { personId, version: closed.version }));
    expect(await setUpFactor(await secretBy(email, 'email'))).toMatchObject({ email, isAdmin: true });
    await rule(false);
  });

  it('which nobody takes from an account that is open', async () => {
    const { personId } = await somebody();
    for (const actor of [program.admin, program.office, 'nobody', 'link'] as const) {
      const end = asViewer(actor, (tx) => tx.$queryRaw`select end_ways_in(${personId}::uuid)::text`);
      await expect(end).rejects.toThrow(/only of a closed account/);
    }
  });

  it('after they were taken out of a program', async () => {
    const token = await issueToken('manager@example.com', { name: 'script' });
    expect(await viewerByApiToken(token)).not.toBeNull();
    expectDone(await endMembership(program.office, await memberOf()));
    expectDone(await restoreMembership(program.office, await memberOf()));
    expect(await viewerByApiToken(token)).toBeNull();
  });

  it('and no link that they asked for when they forgot their password, while those of others stay', async () => {
    const links = [await resetLinkOf('manager@example.com'), await resetLinkOf('manager@example.com')];
    const others = [await resetLinkOf('officer@example.com'), (await somebody()).links[0] ?? ''];
    expectDone(await endMembership(program.office, await memberOf()));
    expectDone(await restoreMembership(program.office, await memberOf()));
    const statesOf = (sent: string[]) => Promise.all(sent.map(async (link) => (await readLink(link))?.state));
    expect(await statesOf(links)).toEqual(['ended', 'ended']);
    expect(await acceptInvitation({ link: links[0], password: NEW_PASSWORD })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'link_ended' }],
    });
    expect(await statesOf(others)).toEqual(['open', 'open']);
  });

  it('by the office alone, and of its own members', async () => {
    const { email, personId } = await somebody();
    const link = await resetLinkOf(email);
    const own = await resetLinkOf('manager@example.com');
    const managerId = await idOf('manager@example.com');
    const end = (actor: Parameters<typeof asViewer>[0], id: string) =>
      asViewer(actor, (tx) => endResetLinksOf(tx, id, new Date()));
    expect(await end(program.office, personId)).toBe(0);
    expect((await readLink(link))?.state).toBe('open');
    for (const actor of [program.manager, program.startup, 'nobody', 'link'] as const) {
      expect(await end(actor, managerId)).toBe(0);
    }
    expect((await readLink(own))?.state).toBe('open');
    expect(await end(program.office, managerId)).toBe(1);
  });
});
