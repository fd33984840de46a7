import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  expectDone,
  type SmallProgram,
  secretBy,
  signedInAs,
  smallProgram,
} from '@/e2e/support/small-program';
import type { Viewer } from '@/lib/core/scope';
import { asViewer } from '@/lib/platform/database';
import { viewerBySignIn } from '@/lib/platform/viewer';
import { codeAt, STEP_BEGINS as NOW } from '@/scripts/test/authenticator';
import { ownOutbox } from '@/scripts/test/outbox';
import { findAccount } from '../queries/account';
import { setFirstPassword } from './first-password';
import { beginSecondFactor, confirmSecondFactor } from './second-factor';
import { signIn } from './sign-in';

const PASSWORD = '가을 하늘 아래 커피';
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

const { mailsTo } = ownOutbox();
let program: SmallProgram;
beforeAll(async () => {
  program = await smallProgram('first-password');
});
afterAll(() => program.end());

async function outcomeOf(result: ReturnType<typeof setFirstPassword>) {
  const done = await result;
  return done.ok ? 'ok' : done.refusals[0]?.reason;
}
const set = (viewer: Viewer, code?: string, now = NOW) =>
  outcomeOf(setFirstPassword(viewer, { password: PASSWORD, ...(code ? { code } : {}) }, { now }));

it('is set soon after signing in by another way, once, and told by mail', async () => {
  const viewer = await signedInAs('manager@example.com');
  expect((await findAccount(viewer, {})).isPasswordSet).toBe(false);
  const long = await viewerBySignIn(await secretBy(viewer.email, 'email', later(-20)), { now: NOW });
  expect(await set(long as Viewer)).toBe('sign_in_again');
  expect(await outcomeOf(setFirstPassword(viewer, { password: '짧은 것' }))).toBe('password_short');
  expect(await set(viewer)).toBe('ok');
  expect((await findAccount(viewer, {})).isPasswordSet).toBe(true);
  expect((await signIn({ email: viewer.email, password: PASSWORD })).ok).toBe(true);
  const [mail] = await mailsTo(viewer.email);
  expect(mail).toContain('비밀번호가 설정되었습니다');
  expect(await set(viewer)).toBe('password_there');
});

it('takes a code where there is an authenticator app, however fresh the sign-in', async () => {
  const viewer = await signedInAs('garam@example.com');
  const { secret } = expectDone(await beginSecondFactor(viewer, {}, { now: NOW }));
  expectDone(await confirmSecondFactor(viewer, { code: codeAt(secret, NOW) }, { now: NOW }));
  expect(await set(viewer)).toBe('code_needed');
  expect(await set(viewer, '000000')).toBe('wrong_code');
  expect(await set(viewer, codeAt(secret, later(60)), later(60))).toBe('ok');
});

it('is not set in one proof where a program asks for two, nor after the sign-in has ended', async () => {
  const owner = await signedInAs('officer@example.com');
  const passkey = {
    personId: owner.personId,
    credentialId: 'device',
    name: 'x',
    publicKey: new Uint8Array([0]),
  };
  await asViewer(owner, (tx) => tx.passkey.create({ data: passkey, select: { id: true } }));
  await asViewer(program.admin, (tx) => tx.program.updateMany({ data: { requiresSecondFactor: true } }));
  expect(await set(await signedInAs('officer@example.com'))).toBe('two_proofs_first');
  await asViewer('machine', (tx) => tx.signIn.deleteMany({ where: { personId: owner.personId } }));
  await expect(set(owner)).rejects.toMatchObject({ code: 'signed_out' });
});

it('is tried five times in a quarter of an hour: each try takes as long as a hash', async () => {
  const viewer = await signedInAs('admin@example.com');
  const tries = [];
  for (let n = 0; n < 7; n++) tries.push(await set(viewer));
  // The first one is right, and does not count.
  expect(tries).toEqual(['ok', ...Array(5).fill('password_there'), 'locked']);
  expect(await set(viewer, undefined, later(4))).toBe('password_there');
});
