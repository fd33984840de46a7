import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectDone,
  type SmallProgram,
  secretBy,
  signedInAs,
  smallProgram,
} from '@/e2e/support/small-program';
import { actIn } from '@/lib/platform/acting';
import { programScopeOrThrow, viewerBySignIn } from '@/lib/platform/viewer';
import { findSecondFactorRule } from '../queries/second-factor';
import { requireSecondFactor } from './second-factor';

let program: SmallProgram;

beforeAll(async () => {
  program = await smallProgram('two-proofs');
});
afterAll(() => program.end());

async function adminByPasskey() {
  const viewer = await viewerBySignIn(await secretBy('admin@example.com', 'passkey'));
  if (!viewer) throw new Error('not signed in');
  return actIn(viewer, 'two-proofs');
}

describe('a program that asks for two proofs', () => {
  it('is made so by an admin who gave two, and opens again when it asks for one', async () => {
    const byPassword = actIn(await signedInAs('admin@example.com'), 'two-proofs');
    expect(await requireSecondFactor(byPassword, { isRequired: true })).toMatchObject({
      refusals: [{ reason: 'own_factor_first' }],
    });
    await expect(requireSecondFactor(program.office, { isRequired: true })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const admin = await adminByPasskey();
    expectDone(await requireSecondFactor(admin, { isRequired: true }));
    expect(await findSecondFactorRule(admin, {})).toEqual({ isRequired: true });
    const officer = await signedInAs('officer@example.com');
    expect(() => programScopeOrThrow(officer, 'two-proofs')).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
    expect(() => programScopeOrThrow(officer, 'another')).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
    expectDone(await requireSecondFactor(admin, { isRequired: false }));
    expect((await signedInAs('officer@example.com')).lockedPrograms).toEqual([]);
  });
});
