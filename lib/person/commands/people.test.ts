import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectDone,
  type SmallProgram,
  secretBy,
  signedInAs,
  smallProgram,
  viewerOf,
} from '@/e2e/support/small-program';
import type { AppError } from '@/lib/core/errors';
import type { Viewer } from '@/lib/core/scope';
import { actIn } from '@/lib/platform/acting';
import { asViewer } from '@/lib/platform/database';
import { hashPassword } from '@/lib/platform/password';
import { viewerBySignIn } from '@/lib/platform/viewer';
import { findAccount } from '../queries/account';
import { listMembers } from '../queries/members';
import { listPeople } from '../queries/people';
import { changePassword, editAccount, endOtherSignIns, endSignIn } from './account';
import { archivePerson, restorePerson, setAdmin } from './installation';
import { changeRole, endMembership, restoreMembership } from './membership';
import { signIn, signOut } from './sign-in';

const PASSWORD = '가을 하늘 아래 커피';

let program: SmallProgram;

beforeAll(async () => {
  program = await smallProgram('people');
  const passwordHash = await hashPassword(PASSWORD);
  await asViewer('machine', (tx) => tx.person.updateMany({ data: { passwordHash } }));
});
afterAll(() => program.end());

const forbidden = expect.objectContaining({ code: 'forbidden' });

async function reasonsOf(
  result: Promise<{ ok: true } | { ok: false; refusals: readonly { reason: string }[] }>,
) {
  const done = await result;
  return done.ok ? 'ok' : done.refusals.map(({ reason }) => reason);
}

async function browserOf(email: string, password = PASSWORD): Promise<string> {
  return expectDone(await signIn({ email, password })).secret;
}

async function memberOf(email: string) {
  const { items } = await listMembers(program.office, {});
  const found = items.find((item) => item.email === email);
  if (!found) throw new Error(`no member ${email}`);
  return found;
}

/** The viewer of a browser, as a page would have it. */
async function viewerIn(secret: string): Promise<Viewer> {
  const viewer = await viewerBySignIn(secret);
  if (!viewer) throw new Error('signed out');
  return viewer;
}

describe('T9 a role', () => {
  it('is read from the database on each request, and a change of it ends the sign-ins', async () => {
    const browser = await browserOf('manager@example.com');
    const { membershipId, version } = await memberOf('manager@example.com');
    const [startupId] = program.startupIds;
    expectDone(await changeRole(program.office, { membershipId, version, role: 'startup', startupId }));
    expect(await viewerBySignIn(browser)).toBeNull();
    const viewer = await viewerIn(await browserOf('manager@example.com'));
    expect(viewer.programs.map(({ role, startupId: own }) => [role, own])).toEqual([['startup', startupId]]);
    const now = await memberOf('manager@example.com');
    expectDone(await changeRole(program.office, { membershipId, version: now.version, role: 'manager' }));
  });

  it('changes from the version that was read, or not at all', async () => {
    const { membershipId, version } = await memberOf('manager@example.com');
    expect(
      await reasonsOf(changeRole(program.office, { membershipId, version: version + 1, role: 'manager' })),
    ).toEqual(['stale']);
    const both = [1, 2].map(() => endMembership(program.office, { membershipId, version }));
    const results = await Promise.all(both.map((each) => reasonsOf(each)));
    expect(results.sort()).toEqual(['ok', ['stale']].sort());
    const ended = await memberOf('manager@example.com');
    expect(ended.state).toBe('ended');
    expectDone(await restoreMembership(program.office, { membershipId, version: ended.version }));
    expect((await memberOf('manager@example.com')).state).toBe('active');
  });

  it('of the office is given and taken by admins only', async () => {
    const officer = await memberOf('officer@example.com');
    const { membershipId, version } = officer;
    expect(officer.mayChange).toBe(false);
    await expect(endMembership(program.office, { membershipId, version })).rejects.toThrow(forbidden);
    const manager = await memberOf('manager@example.com');
    const promote = { membershipId: manager.membershipId, version: manager.version, role: 'officer' };
    await expect(changeRole(program.office, promote)).rejects.toThrow(forbidden);
    expect(await reasonsOf(changeRole(actIn(program.admin, 'people'), promote))).toBe('ok');
    const back = { membershipId: manager.membershipId, version: manager.version + 1, role: 'manager' };
    await expect(changeRole(program.office, back)).rejects.toThrow(forbidden);
    expect(await reasonsOf(changeRole(actIn(program.admin, 'people'), back))).toBe('ok');
  });

  it('T12 of another program is not there', async () => {
    const { membershipId, version } = await memberOf('manager@example.com');
    const elsewhere = { ...program.office, programId: crypto.randomUUID() } as typeof program.office;
    await expect(endMembership(elsewhere, { membershipId, version })).rejects.toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
  });

  it('that ended shows no program any more, and signs out', async () => {
    const browser = await browserOf('garam@example.com');
    const { membershipId, version } = await memberOf('garam@example.com');
    expectDone(await endMembership(program.office, { membershipId, version }));
    expect(await viewerBySignIn(browser)).toBeNull();
    expect((await viewerIn(await browserOf('garam@example.com'))).programs).toEqual([]);
    expectDone(await restoreMembership(program.office, { membershipId, version: version + 1 }));
  });
});

describe("a person's own account", () => {
  it('signs out here, in one other place, or everywhere else', async () => {
    // One after the other: four attempts at the same moment would look like guessing.
    const [a, b] = [await browserOf('garam@example.com'), await browserOf('garam@example.com')];
    const [c, d] = [await browserOf('garam@example.com'), await browserOf('garam@example.com')];
    expectDone(await signOut(await viewerIn(a), {}));
    expectDone(await endSignIn(await viewerIn(d), { signInId: (await viewerIn(b)).accessId }));
    expect([await viewerBySignIn(a), await viewerBySignIn(b)]).toEqual([null, null]);
    expectDone(await endOtherSignIns(await viewerIn(d), {}));
    expect(await viewerBySignIn(c)).toBeNull();
    expect((await viewerIn(d)).email).toBe('garam@example.com');
  });

  it("T12 does not reach another person's sign-in", async () => {
    const mine = await viewerIn(await browserOf('garam@example.com'));
    const theirs = await viewerIn(await browserOf('officer@example.com'));
    await expect(endSignIn(mine, { signInId: theirs.accessId })).rejects.toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
  });

  it('takes a new password only with the present one, and then signs out everywhere else', async () => {
    const [here, there] = [await browserOf('garam@example.com'), await browserOf('garam@example.com')];
    const viewer = await viewerIn(here);
    const to = (current: string, password: string) =>
      reasonsOf(changePassword(viewer, { current, password }));
    expect(await to('wrong', 'quite another one')).toEqual(['wrong_current']);
    expect(await to(PASSWORD, 'qwertyuiop')).toEqual(['password_common']);
    expect(await to(PASSWORD, 'quite another one')).toBe('ok');
    expect([await viewerBySignIn(here), await viewerBySignIn(there)]).toEqual([expect.anything(), null]);
    expect(await reasonsOf(signIn({ email: 'garam@example.com', password: PASSWORD }))).toEqual([
      'wrong_password',
    ]);
    expect(await to('quite another one', PASSWORD)).toBe('ok');
  });

  it('T9 is locked for guesses at the present password, and the sign-in is not', async () => {
    const viewer = await viewerIn(await browserOf('officer@example.com'));
    const guess = () =>
      reasonsOf(changePassword(viewer, { current: 'wrong', password: 'quite another one' }));
    for (const _ of [1, 2, 3, 4, 5]) expect(await guess()).toEqual(['wrong_current']);
    expect(await guess()).toEqual(['locked']);
    expect(await reasonsOf(signIn({ email: 'officer@example.com', password: PASSWORD }))).toBe('ok');
  });

  it('is not changed by an API token', async () => {
    const byToken = { ...(await viewerOf('garam@example.com')), means: 'api' } as Viewer;
    await expect(
      changePassword(byToken, { current: PASSWORD, password: 'quite another one' }),
    ).rejects.toThrow(forbidden);
  });
});

describe('the admins', () => {
  const idOf = async (email: string) => {
    const { personId } = await viewerOf(email);
    const { version } = await asViewer('machine', (tx) =>
      tx.person.findUniqueOrThrow({ where: { id: personId }, select: { version: true } }),
    );
    return { personId, version };
  };

  it('are never none: the last one stays, also when two take each other away at once', async () => {
    const one = await idOf('admin@example.com');
    expect(await reasonsOf(setAdmin(program.admin, { ...one, isAdmin: false }))).toEqual(['last_admin']);
    const manager = await idOf('manager@example.com');
    expectDone(await setAdmin(program.admin, { ...manager, isAdmin: true }));
    const second = await viewerOf('manager@example.com');
    const ended = (change: Promise<unknown>) => change.catch((error) => (error as AppError).code);
    const results = await Promise.all([
      ended(reasonsOf(setAdmin(program.admin, { ...manager, version: manager.version + 1, isAdmin: false }))),
      ended(reasonsOf(setAdmin(second, { ...one, isAdmin: false }))),
    ]);
    // The one that comes second has no such right any more.
    expect(results.sort()).toEqual(['forbidden', 'ok']);
    const admins = await asViewer('machine', (tx) => tx.person.count({ where: { isAdmin: true } }));
    expect(admins).toBe(1);
    await asViewer('machine', async (tx) => {
      await tx.person.update({ where: { id: one.personId }, data: { isAdmin: true } });
      await tx.person.update({ where: { id: manager.personId }, data: { isAdmin: false } });
    });
  });

  it('close an account, so that nothing opens it, and open it again', async () => {
    const browser = await browserOf('garam@example.com');
    const person = await idOf('garam@example.com');
    expectDone(await archivePerson(program.admin, person));
    expect(await viewerBySignIn(browser)).toBeNull();
    expect(await reasonsOf(signIn({ email: 'garam@example.com', password: PASSWORD }))).toEqual([
      'wrong_password',
    ]);
    expectDone(await restorePerson(program.admin, { ...person, version: person.version + 1 }));
    expect(await reasonsOf(signIn({ email: 'garam@example.com', password: PASSWORD }))).toEqual([
      'wrong_password',
    ]);
    expect((await viewerOf('garam@example.com')).programs).toHaveLength(1);
  });

  it('do not close their own account, and nobody else closes any', async () => {
    expect(await reasonsOf(archivePerson(program.admin, await idOf('admin@example.com')))).toEqual([
      'yourself',
    ]);
    const officer = program.office.viewer;
    await expect(archivePerson(officer, await idOf('garam@example.com'))).rejects.toThrow(forbidden);
    await expect(
      setAdmin(officer, { ...(await idOf('officer@example.com')), isAdmin: true }),
    ).rejects.toThrow(forbidden);
  });
});

describe('7.40 a name in Latin letters', () => {
  it('7.40 is set in the own account and travels with the person: viewer, members, search', async () => {
    const viewer = await signedInAs('garam@example.com');
    const { name, version } = await findAccount(viewer, {});
    const nameEn = 'Gaon Seo';
    expectDone(await editAccount(viewer, { name, nameEn, version }));
    expect(await viewerIn(await secretBy('garam@example.com'))).toMatchObject({ name, nameEn });
    expect(await memberOf('garam@example.com')).toMatchObject({ name, nameEn });
    const found = await listPeople(program.admin, { q: 'gaon s' });
    expect(found.items.map(({ email }) => email)).toEqual(['garam@example.com']);
    expectDone(await editAccount(viewer, { name, version: version + 1 }));
    expect(await findAccount(viewer, {})).toMatchObject({ nameEn });
  });
});
