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
  run: async (context, { code }) => {
    const { signIn } = context;
    const pending = signIn && (await context.open((tx) => findPendingSignIn(tx, signIn, context)));
    if (!pending) return refuse('not_waiting');
    const { personId, signInId } = pending;
    const counted = await countCodeTry(personId, context.now);
    if (!counted.ok) return counted;
    const isOpen = await context.open(async (tx) => {
      const by = await takeCode(tx, personId, code, context.now);
      if (!by) return false;
      await tx.$queryRaw`select meet_factor(${signInId}::uuid, ${context.now}::timestamptz)`;
      await context.record(tx, { subject: 'sign_in', subjectId: signInId, byId: personId, detail: { by } });
      if (by === 'recovery') await queueSecurityMail(tx, personId, 'recoveryUsed');
      return true;
    });
    if (!isOpen) return refuse('wrong_code', { field: ['code'] });
    await forgiveCodeTry(personId, context.now);
    return done({});
  },
});
