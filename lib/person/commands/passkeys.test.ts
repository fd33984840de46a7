import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, signedInAs, smallProgram } from '@/e2e/support/small-program';
import type { Viewer } from '@/lib/core/scope';
import { asViewer } from '@/lib/platform/database';
import { viewerBySignIn } from '@/lib/platform/viewer';
import { passkeyDevice, type Quirks } from '@/scripts/test/passkey-device';
import { findAccount } from '../queries/account';
import { beginPasskeySignIn, signInByPasskey } from './passkey-sign-in';
import { addPasskey, beginPasskey, removePasskey, renamePasskey } from './passkeys';

const HOST = 'localhost';
const ORIGIN = 'http://localhost:3000';

let program: SmallProgram;
let officer: Viewer;
let manager: Viewer;

beforeAll(async () => {
  program = await smallProgram('passkeys');
  officer = await signedInAs('officer@example.com');
  manager = await signedInAs('manager@example.com');
});
afterAll(() => program.end());

const device = () => passkeyDevice(HOST, ORIGIN, officer.personId);

async function challengeFor(viewer: Viewer, now?: Date): Promise<string> {
  return expectDone(await beginPasskey(viewer, {}, now ? { now } : {})).challenge;
}

async function outcomeOf(viewer: Viewer, credential: object, now?: Date) {
  const result = await addPasskey(viewer, { name: '노트북', credential }, now ? { now } : {});
  return result.ok ? 'added' : result.refusals[0]?.reason;
}

describe('a new passkey', () => {
  it('is kept by its public key, listed by its name, told by mail, and takes another name', async () => {
    const begun = expectDone(await beginPasskey(officer, {}));
    expect(begun.rp).toEqual({ id: HOST, name: 'Roundtable' });
    expect(begun.user.name).toBe('officer@example.com');
    const credential = device().make(begun.challenge);
    const { passkeyId } = expectDone(await addPasskey(officer, { name: '노트북', credential }));
    expect((await findAccount(officer, {})).passkeys).toMatchObject([
      { id: passkeyId, name: '노트북', lastUsedAt: null },
    ]);
    expectDone(await renamePasskey(officer, { passkeyId, name: '회사 노트북' }));
    expect((await findAccount(officer, {})).passkeys.map(({ name }) => name)).toEqual(['회사 노트북']);
    const again = expectDone(await beginPasskey(officer, {}));
    expect(again.excludeCredentials.map(({ id }) => id)).toEqual([credential.id]);
  });

  it('answers its challenge once, in time, and for the person to whom it was given', async () => {
    const challenge = await challengeFor(officer);
    expect(await outcomeOf(manager, device().make(challenge))).toBe('passkey_refused');
    expect(await outcomeOf(officer, device().make(challenge))).toBe('added');
    expect(await outcomeOf(officer, device().make(challenge))).toBe('passkey_refused');
    const now = new Date();
    const late = await challengeFor(officer, now);
    const after = new Date(now.getTime() + 5 * 60_000 + 1);
    expect(await outcomeOf(officer, device().make(late), after)).toBe('passkey_refused');
  });

  it.each<[string, Quirks]>([
    ['of another site', { origin: 'https://roundtable.example' }],
    ['of a device that did not ask who is there', { verifiesUser: false }],
  ])('%s is refused', async (_, quirks) => {
    const challenge = await challengeFor(officer);
    expect(await outcomeOf(officer, device().make(challenge, quirks))).toBe('passkey_refused');
  });

  it('that another account has already is refused in words', async () => {
    const shared = device();
    expect(await outcomeOf(officer, shared.make(await challengeFor(officer)))).toBe('added');
    expect(await outcomeOf(manager, shared.make(await challengeFor(manager)))).toBe('passkey_there');
  });

  it('is not made, renamed or removed by a token, nor by somebody else', async () => {
    const [passkey] = (await findAccount(officer, {})).passkeys;
    const passkeyId = passkey?.id ?? '';
    const byToken = { ...officer, means: 'api' } as Viewer;
    await expect(beginPasskey(byToken, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(removePasskey(byToken, { passkeyId })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(removePasskey(manager, { passkeyId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(renamePasskey(manager, { passkeyId, name: 'x' })).rejects.toMatchObject({
      code: 'not_found',
    });
    expectDone(await removePasskey(officer, { passkeyId }));
    expect((await findAccount(officer, {})).passkeys.map(({ id }) => id)).not.toContain(passkeyId);
  });

  it('is not made by whoever was signed out meanwhile', async () => {
    const challenge = await challengeFor(manager);
    await asViewer('machine', (tx) => tx.signIn.deleteMany({ where: { personId: manager.personId } }));
    await expect(outcomeOf(manager, device().make(challenge))).rejects.toMatchObject({ code: 'signed_out' });
  });
});

describe('signing in by a passkey', () => {
  const challenge = async (now = new Date()) => expectDone(await beginPasskeySignIn({}, { now })).challenge;
  const signIn = async (credential: object, now = new Date()) => {
    const result = await signInByPasskey({ credential: JSON.stringify(credential) }, { now });
    return result.ok ? viewerBySignIn(result.value.secret) : result.refusals[0]?.reason;
  };
  const refused = 'passkey_refused';

  it('finds the person by it alone, gives two proofs, and keeps when it was used', async () => {
    const own = device();
    expect(await outcomeOf(officer, own.make(await challengeFor(officer)))).toBe('added');
    const viewer = await signIn(own.sign(await challenge()));
    expect(viewer).toMatchObject({ personId: officer.personId, lockedPrograms: [] });
    const used = (await findAccount(officer, {})).passkeys.at(-1);
    expect(used?.lastUsedAt).not.toBeNull();
    const { signIns } = await findAccount(viewer as Viewer, {});
    expect(signIns.find(({ isThis }) => isThis)?.method).toBe('passkey');
  });

  it('answers a challenge of the sign-in page, once and in time', async () => {
    const own = device();
    await outcomeOf(officer, own.make(await challengeFor(officer)));
    const given = await challenge();
    expect(await signIn(own.sign(given))).toMatchObject({ personId: officer.personId });
    expect(await signIn(own.sign(given))).toBe(refused);
    expect(await signIn(own.sign(Buffer.alloc(32).toString('base64url')))).toBe(refused);
    // One for a new passkey is none for a sign-in.
    expect(await signIn(own.sign(await challengeFor(officer)))).toBe(refused);
    const now = new Date();
    const late = new Date(now.getTime() + 5 * 60_000 + 1);
    expect(await signIn(own.sign(await challenge(now)), late)).toBe(refused);
  });

  it.each<[string, Quirks]>([
    ['of another site', { origin: 'https://roundtable.example' }],
    ['of a device that did not ask who is there', { verifiesUser: false }],
    ['of a copy that counts behind', { counter: 1 }],
    ['that names nobody', { userHandle: '' }],
    ['that names somebody else', { userHandle: Buffer.from('somebody').toString('base64url') }],
  ])('is refused to one %s', async (_, quirks) => {
    const own = device();
    await outcomeOf(officer, own.make(await challengeFor(officer)));
    for (let n = 0; n < 2; n++) expect(await signIn(own.sign(await challenge()))).not.toBe(refused);
    expect(await signIn(own.sign(await challenge(), quirks))).toBe(refused);
  });

  it('is refused to one that nobody has, that was removed, and of a closed account', async () => {
    expect(await signIn(device().sign(await challenge()))).toBe(refused);
    const own = device();
    const credential = own.make(await challengeFor(officer));
    const { passkeyId } = expectDone(await addPasskey(officer, { name: 'x', credential }));
    expectDone(await removePasskey(officer, { passkeyId }));
    expect(await signIn(own.sign(await challenge()))).toBe(refused);
    const another = device();
    await outcomeOf(officer, another.make(await challengeFor(officer)));
    await asViewer('machine', (tx) =>
      tx.person.updateMany({ where: { id: officer.personId }, data: { archivedAt: new Date() } }),
    );
    expect(await signIn(another.sign(await challenge()))).toBe(refused);
  });

  it('takes no text that is no answer of a browser', async () => {
    for (const credential of ['', '{', 'null', '{"id":"AAAA"}', JSON.stringify({ id: 'A' }).repeat(9000)]) {
      const result = await signInByPasskey({ credential });
      expect([credential.slice(0, 20), result.ok]).toEqual([credential.slice(0, 20), false]);
    }
  });
});
