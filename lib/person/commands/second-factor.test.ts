import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectDone,
  type SmallProgram,
  secretBy,
  signedInAs,
  smallProgram,
} from '@/e2e/support/small-program';
import type { Viewer } from '@/lib/core/scope';
import { asViewer } from '@/lib/platform/database';
import { viewerByApiToken, viewerBySignIn } from '@/lib/platform/viewer';
import { createApiToken, issueToken } from '@/lib/token/commands';
import type { SignInMethod } from '@/prisma/client/client';
import { codeAt, STEP_BEGINS as NOW } from '@/scripts/test/authenticator';
import { ownOutbox } from '@/scripts/test/outbox';
import { findAccount } from '../queries/account';
import { listPeople } from '../queries/people';
import { removeIdentity } from './account';
import { giveCode } from './give-code';
import { beginPasskey } from './passkeys';
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from './second-factor';

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

const { mailsTo } = ownOutbox();
let program: SmallProgram;

beforeAll(async () => {
  program = await smallProgram('factors');
});
afterAll(() => program.end());

/** Somebody with a second factor: the secret in their app, the codes on their paper. */
async function withFactor(email: string) {
  const viewer = await signedInAs(email);
  const { secret } = expectDone(await beginSecondFactor(viewer, {}, { now: NOW }));
  const input = { code: codeAt(secret, NOW) };
  const { recoveryCodes } = expectDone(await confirmSecondFactor(viewer, input, { now: NOW }));
  return { viewer, secret, recoveryCodes };
}

/** The address of somebody new, in no program. */
async function joined(name: string): Promise<string> {
  const email = `${name}@example.com`;
  await asViewer('machine', (tx) => tx.person.create({ data: { email, name }, select: { id: true } }));
  return email;
}

/** A browser's secret after the first proof. */
function browserOf({ email }: Viewer, method: SignInMethod): Promise<string> {
  return secretBy(email, method, NOW);
}

async function reasonOf(result: Promise<{ ok: boolean; refusals?: readonly { reason: string }[] }>) {
  const { ok, refusals } = await result;
  return ok ? 'ok' : refusals?.[0]?.reason;
}

const requireTwo = (requiresSecondFactor: boolean) =>
  asViewer(program.admin, (tx) =>
    tx.program.updateMany({ where: { slug: 'factors' }, data: { requiresSecondFactor } }),
  );

describe('a program that asks for two proofs', () => {
  it('is closed to its office in a sign-in that gave one, and to nobody else', async () => {
    await requireTwo(true);
    for (const [who, isOpen] of [
      ['admin', false],
      ['officer', false],
      ['manager', true],
      ['garam', true],
    ] as const) {
      const { programs, lockedPrograms } = await signedInAs(`${who}@example.com`);
      expect([who, programs.length, lockedPrograms.length]).toEqual([who, isOpen ? 1 : 0, isOpen ? 0 : 1]);
    }
    await requireTwo(false);
  });

  it('is asked for by an admin, whatever an officer sends', async () => {
    const change = asViewer(program.office, (tx) =>
      tx.program.updateMany({ where: { slug: 'factors' }, data: { requiresSecondFactor: true } }),
    );
    await expect(change).rejects.toThrow(/does not change program.requires_second_factor/);
  });
});

describe('whoever gave one proof of two', () => {
  it('has no right over the installation, by sign-in or token, while any program asks for two', async () => {
    const email = 'admin@example.com';
    const old = await issueToken(email, { name: 'old' });
    const rights = async (viewer: Viewer) => ({
      isAdmin: viewer.isAdmin,
      adminNeedsProof: viewer.adminNeedsProof,
      reads: await listPeople(viewer, {}).then(
        () => true,
        (error) => error.code,
      ),
    });
    const all = { isAdmin: true, adminNeedsProof: false, reads: true };
    const none = { isAdmin: false, adminNeedsProof: true, reads: 'forbidden' };
    expect(await rights(await signedInAs(email))).toEqual(all);
    await requireTwo(true);
    const weak = await signedInAs(email);
    expect(await rights(weak)).toEqual(none);
    expect(await rights((await viewerByApiToken(old)) as Viewer)).toEqual(none);
    const strong = (await viewerBySignIn(await secretBy(email, 'passkey'))) as Viewer;
    expect(await rights(strong)).toEqual(all);
    // The database holds by itself: it shows such an admin nobody but themself.
    expect(await asViewer(weak, (tx) => tx.person.count())).toBe(1);
    expect(await asViewer(strong, (tx) => tx.person.count())).toBeGreaterThan(1);
    expect((await rights(await signedInAs('manager@example.com'))).adminNeedsProof).toBe(false);
    await requireTwo(false);
  });

  it('makes no second one of their own, and no token, where a program is closed to them', async () => {
    const email = 'officer@example.com';
    const token = await issueToken(email, { name: 'before' });
    const owner = await signedInAs(email);
    await asViewer(owner, (tx) =>
      tx.passkey.create({
        data: {
          ...{ personId: owner.personId, credentialId: 'a device', name: 'device' },
          ...{ publicKey: new Uint8Array([0]), createdAt: new Date(Date.now() + 1_000) },
        },
        select: { id: true },
      }),
    );
    await requireTwo(true);
    const thief = await signedInAs(email);
    expect(thief.lockedPrograms).toHaveLength(1);
    const tries = [
      beginSecondFactor(thief, {}, { now: NOW }),
      beginPasskey(thief, {}, { now: NOW }),
      createApiToken(thief, { name: 'x', access: 'read', programs: [] }, { now: NOW }),
      // Nor takes the owner's away.
      removeIdentity(thief, { identityId: crypto.randomUUID() }),
    ];
    for (const each of tries) expect(await reasonOf(each)).toBe('two_proofs_first');
    expect((await viewerByApiToken(token))?.programs).toEqual([]);
    await requireTwo(false);
    await asViewer(owner, (tx) => tx.passkey.deleteMany({ where: { credentialId: 'a device' } }));
  });
});

describe('a second factor', () => {
  it('counts from the first code on: other sign-ins end, later ones wait for a code, passkeys do not', async () => {
    const elsewhere = await browserOf(await signedInAs('officer@example.com'), 'password');
    const viewer = await signedInAs('officer@example.com');
    const { secret, uri, qr } = expectDone(await beginSecondFactor(viewer, {}, { now: NOW }));
    expect(uri).toContain(`secret=${secret}`);
    expect(qr.path.length).toBeGreaterThan(qr.size);
    expect(await viewerBySignIn(elsewhere)).not.toBeNull();
    expect((await findAccount(viewer, {})).secondFactor).toBeNull();
    expect(await reasonOf(confirmSecondFactor(viewer, { code: '000000' }, { now: NOW }))).toBe('wrong_code');
    const code = codeAt(secret, NOW);
    const { recoveryCodes } = expectDone(await confirmSecondFactor(viewer, { code }, { now: NOW }));
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await viewerBySignIn(elsewhere)).toBeNull();
    for (const method of ['password', 'email', 'oidc', 'link', 'sample'] as const)
      expect([method, await viewerBySignIn(await browserOf(viewer, method))]).toEqual([method, null]);
    expect((await viewerBySignIn(await browserOf(viewer, 'passkey')))?.personId).toBe(viewer.personId);
    expect((await findAccount(viewer, {})).secondFactor).toMatchObject({ recoveryCodesLeft: 10 });
    expect(await reasonOf(beginSecondFactor(viewer, {}))).toBe('factor_there');
  });

  it('is kept sealed, its codes as hashes, and told by mail in the language of the person', async () => {
    const { secret, recoveryCodes } = await withFactor('manager@example.com');
    const owner = new Client({ connectionString: program.ownerUrl });
    await owner.connect();
    const kept = await owner.query(
      `select (select json_agg(f) from second_factor f)::text || (select json_agg(c) from recovery_code c)::text as all`,
    );
    await owner.end();
    expect(kept.rows[0].all).not.toContain(secret);
    for (const code of recoveryCodes) expect(kept.rows[0].all).not.toContain(code.replaceAll('-', ''));
    const mine = await mailsTo('manager@example.com');
    expect(mine).toHaveLength(1);
    expect(mine[0]).toContain('2단계 인증(인증 앱)이 설정되었습니다');
    expect(mine[0]).not.toContain(secret);
  });

  it('takes no code twice, nor one of before it, and none when it guesses too often', async () => {
    const { viewer, secret } = await withFactor('garam@example.com');
    const renew = (code: string, at: Date) => reasonOf(renewRecoveryCodes(viewer, { code }, { now: at }));
    expect(await renew(codeAt(secret, NOW), NOW)).toBe('wrong_code');
    expect(await renew(codeAt(secret, later(-30)), NOW)).toBe('wrong_code');
    const both = [1, 2].map(() => renew(codeAt(secret, later(60)), later(60)));
    expect((await Promise.all(both)).sort()).toEqual(['ok', 'wrong_code']);
    for (const code of ['000000', '000001', '000002']) await renew(code, later(61));
    expect(await renew(codeAt(secret, later(90)), later(90))).toBe('locked');
  });

  it('is turned off by a code alone, and what it opened closes where a program wants it', async () => {
    const { viewer, secret } = await withFactor('admin@example.com');
    const strong = await browserOf(viewer, 'passkey');
    await requireTwo(true);
    const programsOf = async (secretOfBrowser: string) => {
      const seen = await viewerBySignIn(secretOfBrowser);
      return seen && [seen.programs.map(({ slug }) => slug), seen.lockedPrograms.map(({ slug }) => slug)];
    };
    const token = await issueToken('admin@example.com', { name: 'x' }, later(1));
    expect((await viewerByApiToken(token))?.programs).toHaveLength(1);
    expect(await programsOf(strong)).toEqual([['factors'], []]);
    expect(await reasonOf(removeSecondFactor(viewer, { code: '123456' }, { now: later(30) }))).toBe(
      'wrong_code',
    );
    const code = codeAt(secret, later(60));
    expectDone(await removeSecondFactor(viewer, { code }, { now: later(60) }));
    expect((await findAccount(viewer, {})).secondFactor).toBeNull();
    // By a password alone again: the program that asks for two proofs of its office is closed, to tokens as well.
    expect(await programsOf(await browserOf(viewer, 'password'))).toEqual([[], ['factors']]);
    expect(await programsOf(strong)).toEqual([['factors'], []]);
    expect((await viewerByApiToken(token))?.lockedPrograms).toMatchObject([{ slug: 'factors' }]);
  });
});

describe('a sign-in that waits for its code', () => {
  const give = (code: string, signIn: string | null, now = NOW) =>
    reasonOf(giveCode({ code }, { now, signIn }));

  it('opens by a code of the app, once, and by nobody without its secret', async () => {
    const { viewer, secret } = await withFactor(await joined('first'));
    const browser = await browserOf(viewer, 'password');
    expect(await viewerBySignIn(browser)).toBeNull();
    expect(await give(codeAt(secret, later(60)), null, later(60))).toBe('not_waiting');
    expect(await give(codeAt(secret, later(60)), 'x'.repeat(43), later(60))).toBe('not_waiting');
    expect(await give(codeAt(secret, NOW), browser)).toBe('wrong_code');
    expect(await give(codeAt(secret, later(60)), browser, later(60))).toBe('ok');
    expect((await viewerBySignIn(browser))?.personId).toBe(viewer.personId);
    // Neither again for the same sign-in, nor for another one.
    expect(await give(codeAt(secret, later(60)), browser, later(60))).toBe('not_waiting');
    const other = await browserOf(viewer, 'email');
    expect(await give(codeAt(secret, later(60)), other, later(60))).toBe('wrong_code');
  });

  it('opens by a recovery code once, however it is written, and tells of it by mail', async () => {
    const { viewer, recoveryCodes } = await withFactor(await joined('second'));
    const [code = '', another = ''] = recoveryCodes;
    const both = await Promise.all(
      [1, 2].map(async () =>
        give(code.toLowerCase().replaceAll('-', ' '), await browserOf(viewer, 'password')),
      ),
    );
    expect(both.sort()).toEqual(['ok', 'wrong_code']);
    expect(await give(code, await browserOf(viewer, 'password'))).toBe('wrong_code');
    expect(await give(another, await browserOf(viewer, 'password'))).toBe('ok');
    expect((await findAccount(viewer, {})).secondFactor).toMatchObject({ recoveryCodesLeft: 8 });
    expect((await mailsTo('second@example.com')).filter((mail) => mail.includes('복구 코드로'))).toHaveLength(
      2,
    );
  });

  it('takes no more guesses than five in a quarter of an hour, from whichever browser', async () => {
    const { viewer, secret } = await withFactor(await joined('third'));
    for (let guess = 0; guess < 5; guess++) {
      expect(await give(`00000${guess}`, await browserOf(viewer, 'password'))).toBe('wrong_code');
    }
    const browser = await browserOf(viewer, 'password');
    expect(await give(codeAt(secret, later(60)), browser, later(60))).toBe('locked');
    expect(await viewerBySignIn(browser)).toBeNull();
  });

  it('ends after a quarter of an hour', async () => {
    const { viewer, secret } = await withFactor(await joined('fourth'));
    const browser = await browserOf(viewer, 'password');
    const late = later(15 * 60);
    expect(await give(codeAt(secret, late), browser, late)).toBe('not_waiting');
  });
});
