import { noInput } from '@/lib/core/fields';
import { done, type Result, refuse } from '@/lib/core/result';
import { nothingShape } from '@/lib/core/shapes';
import { viewerCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { passwordMatches } from '@/lib/platform/password';
import { type StrangerContext, strangerCommand } from '@/lib/platform/stranger';
import { personOperations } from '../operations';
import { waitInWords } from '../rules/lockout';
import { isSampleAddress } from '../rules/sample-people';
import { signInInput } from '../schema';
import { findKnownBrowser } from './known-browser';
import { type OpenedSignIn, startSignIn } from './start-sign-in';
import { forgiveTry, isNewLock, recordLock, takeTry, usesOfTry } from './tries';

/**
 * E-mail and password. Refusals: wrong_password (also for an address nobody has, after the same work), locked
 * (params minutes and seconds to wait). The password is checked outside any transaction: it takes its time.
 */
export const signIn = strangerCommand({
  name: 'person.sign_in',
  input: signInInput,
  as: 'nobody',
  run: async (context, { email, password }): Promise<Result<OpenedSignIn>> => {
    const { browser, person } = await context.open(async (tx) => ({
      browser: await findKnownBrowser(tx, email, context.browser),
      person: await findKnown(tx, email),
    }));
    const uses = usesOfTry({ email, source: context.source, browser });
    const wait = await takeTry(uses, context.now);
    if (wait > 0) return refuseLocked(context, email, wait);
    // Everybody knows the password of the sample: its people exist on this machine only.
    const known = person && (context.admitsSample || !isSampleAddress(email)) ? person : null;
    const matches = await passwordMatches(password, known?.passwordHash ?? null);
    const opened = matches && known ? await open(context, known) : null;
    if (!opened) return refuse('wrong_password', { field: ['password'] });
    await forgiveTry(uses, context.now);
    return done(opened);
  },
});

async function refuseLocked(
  context: StrangerContext,
  email: string,
  seconds: number,
): Promise<Result<OpenedSignIn>> {
  if (await isNewLock(email, context.now)) await context.open((tx) => recordLock(tx, email, context.now));
  return refuse('locked', { params: waitInWords(seconds) });
}

type Known = { id: string; passwordHash: string | null };

async function findKnown(tx: Tx, email: string): Promise<Known | null> {
  const [person] = await tx.$queryRaw<Known[]>`
    select id, password_hash_of(id) as "passwordHash" from person where email = ${email} and archived_at is null`;
  return person ?? null;
}

/** Null where a new password was set, or the account closed, while the old password was being looked at. */
async function open(
  context: StrangerContext,
  { id: personId, passwordHash }: Known,
): Promise<OpenedSignIn | null> {
  return context.open(async (tx) => {
    const same = await tx.$queryRaw<unknown[]>`
      select id from person
      where id = ${personId}::uuid and password_hash_of(id) = ${passwordHash} for share`;
    if (same.length === 0) return null;
    const opened = await startSignIn(tx, personId, context);
    if (!opened) return null;
    await context.record(tx, { subject: 'sign_in', subjectId: opened.signInId, byId: personId });
    return opened;
  });
}

/** Ends the sign-in this request came with. An API token is not a sign-in: it is revoked, not signed out. */
export const signOut = viewerCommand({
  operation: personOperations.signOut,
  input: noInput,
  output: nothingShape,
  may: () => true,
  run: async (tx, { viewer, record }) => {
    await tx.signIn.deleteMany({ where: { id: viewer.accessId, personId: viewer.personId } });
    record({ subject: 'sign_in', subjectId: viewer.accessId });
    return done({});
  },
});
