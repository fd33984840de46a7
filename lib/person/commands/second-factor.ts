import { noInput } from '@/lib/core/fields';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/scope';
import { nothingShape } from '@/lib/core/shapes';
import { viewerCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import type { Use } from '@/lib/platform/limit';
import { log } from '@/lib/platform/log';
import { openSealed, sealText } from '@/lib/platform/seal';
import { hashSecret } from '@/lib/platform/secret';
import { accountOperations } from '../operations/account';
import { canManageOwnAccount } from '../policy';
import { TRIES, waitInWords } from '../rules/lockout';
import {
  isRecoveryCode,
  newRecoveryCode,
  newTotpSecret,
  qrPathOf,
  RECOVERY_CODES,
  shownRecoveryCode,
  stepOfCode,
  totpOf,
} from '../rules/second-factor';
import { beginSecondFactorOutput, codeInput, recoveryCodesOutput } from '../schema/account';
import { endSignInsOf, gaveAllProofs, hasApp, requireSignIn } from './end-access';
import { queueSecurityMail } from './security-mail';
import { forgiveTry, takeTry } from './tries';

const sealOf = (personId: string) => ({ purpose: 'second factor', of: personId });

/** A fresh secret for an authenticator app. Nothing is asked for until a code of it was given. Refusals: factor_there, two_proofs_first. */
export const beginSecondFactor = viewerCommand({
  operation: accountOperations.beginSecondFactor,
  input: noInput,
  output: beginSecondFactorOutput,
  may: canManageOwnAccount,
  answersOnce: true,
  run: async (tx, { viewer, now, record }) => {
    const { personId, email } = viewer;
    await requireSignIn(tx, viewer);
    if (!(await gaveAllProofs(tx, viewer))) return refuse('two_proofs_first');
    await tx.secondFactor.deleteMany({ where: { personId, confirmedAt: null } });
    if ((await tx.secondFactor.count({ where: { personId } })) > 0) return refuse('factor_there');
    const secret = newTotpSecret();
    const sealedSecret = sealText(secret, sealOf(personId));
    await tx.secondFactor.create({
      data: { personId, sealedSecret, createdAt: now },
      select: { personId: true },
    });
    record({ subject: 'second_factor', subjectId: personId });
    const uri = totpOf(secret, email).toString();
    return done({ secret, uri, qr: qrPathOf(uri) });
  },
});

/**
 * Turns the second factor on, ends every other sign-in (each gave one proof alone) and answers the recovery codes, once.
 * Refusals: wrong_code, locked, factor_not_begun, factor_there, two_proofs_first.
 */
export const confirmSecondFactor = viewerCommand({
  operation: accountOperations.confirmSecondFactor,
  input: codeInput,
  output: recoveryCodesOutput,
  may: canManageOwnAccount,
  answersOnce: true,
  prepare: countTry,
  run: async (tx, { viewer, now, record, afterCommit }, { code }) => {
    const { personId } = viewer;
    // Held alone: a sign-in that is being opened, and was asked for no code yet, is waited for and ends with the others.
    await tx.$queryRaw`select id from person where id = ${personId}::uuid for update`;
    await requireSignIn(tx, viewer);
    if (!(await gaveAllProofs(tx, viewer))) return refuse('two_proofs_first');
    const begun = await tx.secondFactor.findUnique({ where: { personId }, select: { confirmedAt: true } });
    if (!begun) return refuse('factor_not_begun');
    if (begun.confirmedAt) return refuse('factor_there');
    if (!(await takeAppCode(tx, personId, code, now))) return refuse('wrong_code', { field: ['code'] });
    await tx.secondFactor.updateMany({ where: { personId }, data: { confirmedAt: now } });
    await tx.$queryRaw`select meet_factor(${viewer.accessId}::uuid, ${now}::timestamptz)`;
    const endedSignIns = await endSignInsOf(tx, personId, viewer.accessId);
    await queueSecurityMail(tx, personId, 'factorAdded');
    record({ subject: 'second_factor', subjectId: personId, detail: { endedSignIns } });
    afterCommit(() => forgiveTry(usesOf(viewer), now));
    return done({ recoveryCodes: await replaceRecoveryCodes(tx, personId) });
  },
});

/** New recovery codes; the old ones end. Refusals: wrong_code, locked, factor_not_begun. */
export const renewRecoveryCodes = viewerCommand({
  operation: accountOperations.renewRecoveryCodes,
  input: codeInput,
  output: recoveryCodesOutput,
  may: canManageOwnAccount,
  answersOnce: true,
  prepare: countTry,
  run: async (tx, { viewer, now, record, afterCommit }, { code }) => {
    const { personId } = viewer;
    await requireSignIn(tx, viewer);
    const taken = await requireCode(tx, personId, code, now);
    if (!taken.ok) return taken;
    await queueSecurityMail(tx, personId, 'codesRenewed');
    record({ subject: 'second_factor', subjectId: personId });
    afterCommit(() => forgiveTry(usesOf(viewer), now));
    return done({ recoveryCodes: await replaceRecoveryCodes(tx, personId) });
  },
});

/** Turns it off, by a code: a browser left open is not enough. Refusals: wrong_code, locked, factor_not_begun. */
export const removeSecondFactor = viewerCommand({
  operation: accountOperations.removeSecondFactor,
  input: codeInput,
  output: nothingShape,
  may: canManageOwnAccount,
  prepare: countTry,
  run: async (tx, { viewer, now, record, afterCommit }, { code }) => {
    const { personId } = viewer;
    const taken = await requireCode(tx, personId, code, now);
    if (!taken.ok) return taken;
    await tx.recoveryCode.deleteMany({ where: { personId } });
    await tx.secondFactor.deleteMany({ where: { personId } });
    await tx.$queryRaw`select forget_factor()::text`;
    await queueSecurityMail(tx, personId, 'factorRemoved');
    record({ subject: 'second_factor', subjectId: personId });
    afterCommit(() => forgiveTry(usesOf(viewer), now));
    return done({});
  },
});

function usesOf({ personId }: Pick<Viewer, 'personId'>): Use[] {
  return [[TRIES.ofCode, personId]];
}

/** Counted before the code is looked at, wherever one is given: a million guesses at six digits would do. */
export async function countCodeTry(personId: string, now: Date): Promise<Result<null>> {
  const wait = await takeTry(usesOf({ personId }), now);
  return wait > 0 ? refuse('locked', { field: ['code'], params: waitInWords(wait) }) : done(null);
}

export function forgiveCodeTry(personId: string, now: Date): Promise<void> {
  return forgiveTry(usesOf({ personId }), now);
}

async function countTry(viewer: Viewer, _: unknown, now: Date): Promise<Result<null>> {
  return countCodeTry(viewer.personId, now);
}

/** Takes a code of the app or a recovery code, where there is a second factor. */
async function requireCode(tx: Tx, personId: string, code: string, now: Date): Promise<Result<null>> {
  if (!(await hasApp(tx, personId))) return refuse('factor_not_begun');
  return (await takeCode(tx, personId, code, now)) ? done(null) : refuse('wrong_code', { field: ['code'] });
}

/** What a code was that was right, and is used up by now; null for a wrong one. The transaction speaks for the person, or for nobody. */
export async function takeCode(
  tx: Tx,
  personId: string,
  code: string,
  now: Date,
): Promise<'app' | 'recovery' | null> {
  if (!isRecoveryCode(code)) return (await takeAppCode(tx, personId, code, now)) ? 'app' : null;
  const [row] = await tx.$queryRaw<{ used: boolean }[]>`
    select use_recovery_code(${personId}::uuid, ${hashSecret(code)}, ${now}::timestamptz) as used`;
  return row?.used ? 'recovery' : null;
}

/** A code of the app that was not used before. Of two at once with the same code, one is right. */
async function takeAppCode(tx: Tx, personId: string, code: string, now: Date): Promise<boolean> {
  const factor = await tx.secondFactor.findUnique({ where: { personId }, select: { sealedSecret: true } });
  if (!factor) return false;
  const secret = openSealed(factor.sealedSecret, sealOf(personId));
  if (secret === null) {
    log.error(
      { personId },
      'a second factor cannot be read: NEXTAUTH_SECRET is not the one it was sealed by',
    );
    return false;
  }
  const step = stepOfCode(secret, code, now);
  if (step === null) return false;
  const { count } = await tx.secondFactor.updateMany({
    where: { personId, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  });
  return count === 1;
}

async function replaceRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await tx.recoveryCode.deleteMany({ where: { personId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ personId, codeHash: hashSecret(code) })) });
  return codes.map(shownRecoveryCode);
}
