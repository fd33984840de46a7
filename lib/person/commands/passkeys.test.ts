import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, signedInAs, smallProgram } from '@/e2e/support/small-program';
import type { Viewer } from '@/lib/core/scope';
import { asViewer } from '@/lib/platform/database';
import { passkeyDevice, type Quirks } from '@/scripts/test/passkey-device';
import { findAccount } from '../queries/account';
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

const device = () => passkeyDevice(HOST, ORIGIN);

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
