import { done, refuse } from '@/lib/core/result';
import { nothingShape } from '@/lib/core/shapes';
import { publicCommand } from '@/lib/platform/stranger';
import { findPendingSignIn } from '@/lib/platform/viewer';
import { accountOperations } from '../operations/account';
import { codeInput } from '../schema/account';
import { countCodeTry, forgiveCodeTry, takeCode } from './second-factor';
import { queueSecurityMail } from './security-mail';

/**
 * The code that a sign-in waits for, from the app or a recovery code: opens the sign-in whose secret the browser holds.
 * Refusals: wrong_code, locked, not_waiting (no such sign-in, or its quarter of an hour is over).
 */
export const giveCode = publicCommand({
  operation: accountOperations.giveCode,
  input: codeInput,
  output: nothingShape,
  as: 'nobody',
  run: async (door, { code }) => {
    const { signIn } = door;
    const pending = signIn && (await door.open((tx) => findPendingSignIn(tx, signIn, door)));
    if (!pending) return refuse('not_waiting');
    const { personId, signInId } = pending;
    const counted = await countCodeTry(personId, door.now);
    if (!counted.ok) return counted;
    const isOpen = await door.open(async (tx) => {
      const by = await takeCode(tx, personId, code, door.now);
      if (!by) return false;
      await tx.$queryRaw`select meet_factor(${signInId}::uuid, ${door.now}::timestamptz)`;
      await door.record(tx, { subject: 'sign_in', subjectId: signInId, byId: personId, detail: { by } });
      if (by === 'recovery') await queueSecurityMail(tx, personId, 'recoveryUsed');
      return true;
    });
    if (!isOpen) return refuse('wrong_code', { field: ['code'] });
    await forgiveCodeTry(personId, door.now);
    return done({});
  },
});
