import { AppError } from '@/lib/core/errors';
import { noInput } from '@/lib/core/fields';
import { done, type Result, refuse } from '@/lib/core/result';
import { nothingShape } from '@/lib/core/shapes';
import { viewerCommand } from '@/lib/platform/command';
import type { Use } from '@/lib/platform/limit';
import { hashPassword, passwordMatches } from '@/lib/platform/password';
import { accountOperations } from '../operations/account';
import { canManageOwnAccount } from '../policy';
import { passwordHashOf } from '../queries/account';
import { TRIES, waitInWords } from '../rules/lockout';
import { refusalsOfPassword } from '../rules/password';
import {
  changePasswordInput,
  editAccountInput,
  editedAccount,
  endedAccess,
  endedSignIns,
  endSignInInput,
  identityInput,
} from '../schema/account';
import { endOwnAccess, endSignInsOf, gaveAllProofs } from './end-access';
import { queuePasswordMail, queueSecurityMail } from './security-mail';
import { forgiveTry, takeTry } from './tries';

/** How others see one's name. Refusal: stale. */
export const editAccount = viewerCommand({
  operation: accountOperations.editAccount,
  input: editAccountInput,
  output: editedAccount,
  may: canManageOwnAccount,
  run: async (tx, { viewer, record }, { name, nameEn, version }) => {
    const { count } = await tx.person.updateMany({
      where: { id: viewer.personId, version },
      data: { name, ...(nameEn === undefined ? {} : { nameEn }), version: { increment: 1 } },
    });
    if (count === 0) {
      const current = await tx.person.findUniqueOrThrow({
        where: { id: viewer.personId },
        select: { name: true, nameEn: true, version: true },
      });
      return refuse('stale', { field: ['version'], current });
    }
    record({ subject: 'person', subjectId: viewer.personId, detail: { renamed: true } });
    return done({ version: version + 1 });
  },
});

/** The hashes of the password that was given and is right, and of the one that takes its place. */
type NewPassword = { before: string | null; after: string };

/**
 * Sets a new password and ends every other sign-in, API token and open link; a mail tells what stays. Refusals: wrong_current, locked,
 * password_short, password_common, password_is_account. Tries are counted, so that a browser left open is no place to guess.
 */
export const changePassword = viewerCommand({
  operation: accountOperations.changePassword,
  input: changePasswordInput,
  output: endedAccess,
  may: canManageOwnAccount,
  prepare: async (viewer, { current, password }, now): Promise<Result<NewPassword>> => {
    const refusals = refusalsOfPassword(password, viewer);
    if (refusals.length > 0) return { ok: false, refusals };
    const uses: Use[] = [[TRIES.ofPerson, viewer.personId]];
    const wait = await takeTry(uses, now);
    if (wait > 0) return refuse('locked', { field: ['current'], params: waitInWords(wait) });
    const before = await passwordHashOf(viewer);
    if (!(await passwordMatches(current, before))) return refuse('wrong_current', { field: ['current'] });
    await forgiveTry(uses, now);
    return done({ before, after: await hashPassword(password) });
  },
  run: async (tx, { viewer, now, record }, _, { before, after }) => {
    const count = await tx.$executeRaw`
      update person set password_hash = ${after}, version = version + 1
      where id = ${viewer.personId}::uuid and password_hash_of(id) is not distinct from ${before}`;
    // Somebody else has set another one since it was compared.
    if (count === 0) return refuse('wrong_current', { field: ['current'] });
    const whose = { personId: viewer.personId, now, exceptSignIn: viewer.accessId };
    const ended = await endOwnAccess(tx, viewer, whose);
    await queuePasswordMail(tx, viewer.personId, 'passwordChanged');
    record({ subject: 'person', subjectId: viewer.personId, detail: ended });
    return done(ended);
  },
});

/** Ends one of one's own sign-ins. Throws not_found for another person's. */
export const endSignIn = viewerCommand({
  operation: accountOperations.endSignIn,
  input: endSignInInput,
  output: nothingShape,
  may: canManageOwnAccount,
  run: async (tx, { viewer, record }, { signInId }) => {
    const { count } = await tx.signIn.deleteMany({ where: { id: signInId, personId: viewer.personId } });
    if (count === 0) throw new AppError('not_found', 'sign-in');
    record({ subject: 'sign_in', subjectId: signInId });
    return done({});
  },
});

/** Signs out everywhere but here. */
export const endOtherSignIns = viewerCommand({
  operation: accountOperations.endOtherSignIns,
  input: noInput,
  output: endedSignIns,
  may: canManageOwnAccount,
  run: async (tx, { viewer, record }) => {
    const ended = { endedSignIns: await endSignInsOf(tx, viewer.personId, viewer.accessId) };
    record({ subject: 'person', subjectId: viewer.personId, detail: ended });
    return done(ended);
  },
});

/** Disconnects an account at a sign-in provider. Throws not_found for another person's. Refusal: two_proofs_first. */
export const removeIdentity = viewerCommand({
  operation: accountOperations.removeIdentity,
  input: identityInput,
  output: nothingShape,
  may: canManageOwnAccount,
  run: async (tx, { viewer, record }, { identityId }) => {
    const { personId } = viewer;
    if (!(await gaveAllProofs(tx, viewer))) return refuse('two_proofs_first');
    const where = { id: identityId, personId };
    const identity = await tx.personIdentity.findUnique({ where, select: { issuer: true } });
    if (!identity) throw new AppError('not_found', 'identity');
    await tx.personIdentity.deleteMany({ where });
    await queueSecurityMail(tx, personId, 'identityRemoved', { name: new URL(identity.issuer).host });
    record({ subject: 'identity', subjectId: identityId });
    return done({});
  },
});
