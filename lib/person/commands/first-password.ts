import { done, type Result, refuse } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/scope';
import { nothingShape } from '@/lib/core/shapes';
import { viewerCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import type { Use } from '@/lib/platform/limit';
import { hashPassword } from '@/lib/platform/password';
import { accountOperations } from '../operations/account';
import { canManageOwnAccount } from '../policy';
import { TRIES, waitInWords } from '../rules/lockout';
import { refusalsOfPassword } from '../rules/password';
import { setFirstPasswordInput } from '../schema/account';
import { gaveAllProofs, hasApp, requireSignIn } from './end-access';
import { countCodeTry, forgiveCodeTry, takeCode } from './second-factor';
import { queuePasswordMail } from './security-mail';
import { forgiveTry, takeTry } from './tries';

/** So long after signing in a browser is taken to be still in the hands of whoever signed in. */
const FRESH_MS = 15 * 60 * 1000;

const usesOf = ({ personId }: Viewer): Use[] => [[TRIES.ofPerson, personId]];

/**
 * Sets a password for a person who came by a link, a provider or a passkey and has none. There is no present one to ask for, so
 * it takes a code of the authenticator app, or without an app a sign-in of the last quarter of an hour. A mail tells of it.
 * Tries are counted, as each takes as long as a hash. Refusals: password_there, sign_in_again, code_needed, wrong_code, locked,
 * two_proofs_first and those of a new password.
 */
export const setFirstPassword = viewerCommand({
  operation: accountOperations.setFirstPassword,
  input: setFirstPasswordInput,
  output: nothingShape,
  may: canManageOwnAccount,
  prepare: async (viewer, { password, code }, now): Promise<Result<string>> => {
    const refusals = refusalsOfPassword(password, viewer);
    if (refusals.length > 0) return { ok: false, refusals };
    const wait = await takeTry(usesOf(viewer), now);
    if (wait > 0) return refuse('locked', { params: waitInWords(wait) });
    const counted = code === undefined ? done(null) : await countCodeTry(viewer.personId, now);
    return counted.ok ? done(await hashPassword(password)) : counted;
  },
  run: async (tx, { viewer, now, record, afterCommit }, { code }, passwordHash) => {
    const { personId } = viewer;
    await requireSignIn(tx, viewer);
    if (!(await gaveAllProofs(tx, viewer))) return refuse('two_proofs_first');
    const proved = await proveAgain(tx, viewer, code, now);
    if (!proved.ok) return proved;
    const count = await tx.$executeRaw`
      update person set password_hash = ${passwordHash}, version = version + 1
      where id = ${personId}::uuid and not has_password`;
    if (count === 0) return refuse('password_there');
    await queuePasswordMail(tx, personId, 'passwordSet');
    record({ subject: 'person', subjectId: personId });
    afterCommit(() => forgiveTry(usesOf(viewer), now));
    if (code !== undefined) afterCommit(() => forgiveCodeTry(personId, now));
    return done({});
  },
});

async function proveAgain(
  tx: Tx,
  { personId, accessId }: Viewer,
  code: string | undefined,
  now: Date,
): Promise<Result<null>> {
  if (await hasApp(tx, personId)) {
    if (code === undefined) return refuse('code_needed', { field: ['code'] });
    return (await takeCode(tx, personId, code, now)) ? done(null) : refuse('wrong_code', { field: ['code'] });
  }
  const since = new Date(now.getTime() - FRESH_MS);
  const fresh = await tx.signIn.count({ where: { id: accessId, createdAt: { gt: since } } });
  return fresh > 0 ? done(null) : refuse('sign_in_again');
}
