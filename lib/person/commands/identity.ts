import { done, type Result, refuse } from '@/lib/core/result';
import { nothingShape } from '@/lib/core/shapes';
import { viewerTask } from '@/lib/platform/command';
import { speakFor, type Tx } from '@/lib/platform/database';
import { strangerCommand } from '@/lib/platform/stranger';
import { canManageOwnAccount } from '../policy';
import { isSampleAddress } from '../rules/sample-people';
import { identityClaims } from '../schema';
import { gaveAllProofs, requireSignIn } from './end-access';
import { queueSecurityMail } from './security-mail';
import { type OpenedSignIn, startSignIn } from './start-sign-in';

/** `lastUsedAt`: where a sign-in goes with it. */
type Account = { issuer: string; subject: string; lastUsedAt?: Date };

/**
 * Signs in by an account at a provider, found by issuer and subject. One that is not known is connected on the spot in one case
 * alone: the provider vouches for its address, and that is of a person whose invitation is open and who never signed in.
 * Whoever is in already connects it themself (connectIdentity), so that a provider that changes an address takes over no
 * account. Refusal: identity_unknown.
 */
export const signInByIdentity = strangerCommand({
  name: 'person.sign_in_by_identity',
  input: identityClaims,
  as: 'nobody',
  run: (context, { issuer, subject, email, emailVerified }): Promise<Result<OpenedSignIn>> =>
    context.open(async (tx) => {
      const account = { issuer, subject };
      const known = await findIdentity(tx, account);
      const personId =
        known?.personId ?? (email && emailVerified ? await takeUp(tx, email, issuer, context.now) : null);
      if (!personId) return refuse('identity_unknown');
      if (known?.isSample && !context.admitsSample) return refuse('identity_unknown');
      const lastUsedAt = context.now;
      if (!known) await addIdentity(tx, personId, { ...account, lastUsedAt }, email);
      else if ((await tx.personIdentity.updateMany({ where: account, data: { lastUsedAt } })).count === 0)
        // Disconnected meanwhile.
        return refuse('identity_unknown');
      const opened = await startSignIn(tx, personId, context, 'oidc');
      if (!opened) return refuse('identity_unknown');
      await context.record(tx, { subject: 'sign_in', subjectId: opened.signInId, byId: personId });
      return done(opened);
    }),
});

/**
 * Connects an account at a provider with the person who is signed in. A mail tells them. Done already, it changes nothing.
 * Refusals: identity_taken, identity_there (another one of this provider), two_proofs_first.
 */
export const connectIdentity = viewerTask({
  name: 'person.connect_identity',
  input: identityClaims,
  output: nothingShape,
  may: canManageOwnAccount,
  run: async (tx, { viewer, record }, { issuer, subject, email }) => {
    const { personId } = viewer;
    const account = { issuer, subject };
    await requireSignIn(tx, viewer);
    if (!(await gaveAllProofs(tx, viewer))) return refuse('two_proofs_first');
    const own = await tx.personIdentity.findMany({ where: { personId, issuer }, select: { subject: true } });
    if (own.length > 0 && own[0]?.subject !== subject) return refuse('identity_there');
    if (own.length === 0) await addIdentity(tx, personId, account, email);
    record({ subject: 'identity', detail: { isNew: own.length === 0 } });
    return done({});
  },
  // One's own rows are all that a person sees.
  explain: async (_, { constraint }) =>
    constraint === 'person_identity_issuer_subject_key' ? [{ reason: 'identity_taken' }] : null,
});

async function findIdentity(tx: Tx, account: Account) {
  const found = await tx.personIdentity.findUnique({
    where: { issuer_subject: account },
    select: { personId: true, person: { select: { email: true } } },
  });
  return found && { personId: found.personId, isSample: isSampleAddress(found.person.email) };
}

async function addIdentity(tx: Tx, personId: string, account: Account, email: string | null): Promise<void> {
  await tx.personIdentity.create({
    data: { personId, ...account, email: email ?? '' },
    select: { id: true },
  });
  await queueSecurityMail(tx, personId, 'identityAdded', { name: new URL(account.issuer).host });
}

/** Takes up the open invitation of a person who never signed in; null where there is no such person. */
async function takeUp(tx: Tx, email: string, issuer: string, now: Date): Promise<string | null> {
  const [person] = await tx.$queryRaw<{ id: string }[]>`
    select id from person where email = ${email} and archived_at is null and not has_joined for update`;
  if (!person || isSampleAddress(email)) return null;
  const { id: personId } = person;
  if ((await tx.personIdentity.count({ where: { personId, issuer } })) > 0) return null;
  await speakFor(tx, 'link');
  const { count } = await tx.invitation.updateMany({
    where: {
      personId,
      // A link to set a password invites nobody.
      purpose: { in: ['join', 'admin'] },
      ...{ acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    },
    data: { acceptedAt: now },
  });
  await speakFor(tx, 'nobody');
  return count > 0 ? personId : null;
}
