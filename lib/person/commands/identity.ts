import { done, type Result, refuse } from '@/lib/core/result';
import { speakFor, type Tx } from '@/lib/platform/database';
import { strangerCommand } from '@/lib/platform/stranger';
import { viewerBySignIn } from '@/lib/platform/viewer';
import { isSampleAddress } from '../rules/sample-people';
import { identityClaims } from '../schema';
import { requireSignIn } from './end-access';
import { queueSecurityMail } from './security-mail';
import { type OpenedSignIn, startSignIn } from './start-sign-in';

type Account = { issuer: string; subject: string };

/**
 * Signs in by an account at a provider, found by issuer and subject. One that is not known is connected on the spot in one case
 * alone: the provider vouches for its address, and that is of a person whose invitation is open and who has no way in yet.
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
      if (!personId || known?.isClosed) return refuse('identity_unknown');
      if (known?.isSample && !context.admitsSample) return refuse('identity_unknown');
      if (!known) await addIdentity(tx, personId, account, email);
      else
        await tx.personIdentity.update({
          where: { issuer_subject: account },
          data: { lastUsedAt: context.now },
          select: { id: true },
        });
      const opened = await startSignIn(tx, personId, context, 'oidc');
      await context.record(tx, { subject: 'sign_in', subjectId: opened.signInId, byId: personId });
      return done(opened);
    }),
});

/**
 * Connects an account at a provider with the person whose sign-in the request came with; that goes on. A mail tells them.
 * Refusals: identity_unknown (nobody is signed in), identity_taken, identity_there (another one of this provider).
 */
export const connectIdentity = strangerCommand({
  name: 'person.connect_identity',
  input: identityClaims,
  as: 'nobody',
  run: async (context, { issuer, subject, email }): Promise<Result<{ secret: string }>> => {
    const secret = context.signIn ?? '';
    const viewer = secret ? await viewerBySignIn(secret, context) : null;
    if (!viewer) return refuse('identity_unknown');
    return context.open(async (tx) => {
      const { personId } = viewer;
      const account = { issuer, subject };
      const known = await findIdentity(tx, account);
      if (known) return known.personId === personId ? done({ secret }) : refuse('identity_taken');
      await speakFor(tx, viewer);
      await requireSignIn(tx, viewer);
      if ((await tx.personIdentity.count({ where: { personId, issuer } })) > 0)
        return refuse('identity_there');
      await addIdentity(tx, personId, account, email);
      await context.record(tx, { subject: 'person', subjectId: personId, byId: personId });
      return done({ secret });
    });
  },
});

async function findIdentity(tx: Tx, account: Account) {
  const found = await tx.personIdentity.findUnique({
    where: { issuer_subject: account },
    select: { personId: true, person: { select: { email: true, archivedAt: true } } },
  });
  if (!found) return null;
  const { email, archivedAt } = found.person;
  return { personId: found.personId, isClosed: archivedAt !== null, isSample: isSampleAddress(email) };
}

async function addIdentity(tx: Tx, personId: string, account: Account, email: string | null): Promise<void> {
  await tx.personIdentity.create({
    data: { personId, ...account, email: email ?? '' },
    select: { id: true },
  });
  await queueSecurityMail(tx, personId, 'identityAdded', new URL(account.issuer).host);
}

/** Takes up the open invitation of a person who has no way in yet; null where there is no such person. */
async function takeUp(tx: Tx, email: string, issuer: string, now: Date): Promise<string | null> {
  const [person] = await tx.$queryRaw<{ id: string }[]>`
    select id from person where email = ${email} and archived_at is null and not has_password for update`;
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
