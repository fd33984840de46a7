import { AppError } from '@/lib/core/errors';
import { done, type Result, refuse } from '@/lib/core/result';
import { endAccessOf } from '@/lib/person/commands/end-access';
import { queuePasswordMail } from '@/lib/person/commands/security-mail';
import { type OpenedSignIn, startSignIn } from '@/lib/person/commands/start-sign-in';
import { refusalsOfPassword } from '@/lib/person/rules/password';
import { speakFor, type Tx } from '@/lib/platform/database';
import { hashPassword } from '@/lib/platform/password';
import { type StrangerContext, strangerCommand } from '@/lib/platform/stranger';
import { findLink } from '../queries';
import { acceptInvitationInput } from '../schema';

/**
 * Sets the password a link was sent for, ends what was opened before (endAccessOf), and signs in. Where the account was in use, a
 * mail tells its person. A link works once: of two readers at the same moment one gets in. Refusals: link_unknown, link_used, link_replaced, link_ended, link_expired and those of a new password.
 */
export const acceptInvitation = strangerCommand({
  name: 'invitation.accept',
  input: acceptInvitationInput,
  as: 'link',
  run: async (context, { link, password, locale }): Promise<Result<OpenedSignIn>> => {
    const found = await context.open((tx) => findLink(tx, link, context));
    if (!found) return refuse('link_unknown');
    if (found.state !== 'open') return refuse(`link_${found.state}`);
    const refusals = refusalsOfPassword(password, found);
    if (refusals.length > 0) return { ok: false, refusals };
    const passwordHash = await hashPassword(password);
    return accept(context, found, { passwordHash, ...(locale && !found.joined ? { locale } : {}) });
  },
});

type Found = { invitationId: string; personId: string; joined: boolean };

function accept(
  context: StrangerContext,
  { invitationId, personId, joined }: Found,
  data: { passwordHash: string; locale?: string },
): Promise<Result<OpenedSignIn>> {
  const { now } = context;
  return context.open(async (tx) => {
    // Held before the link is looked at, as by whoever closes the account and voids its links.
    await tx.$queryRaw`select id from person where id = ${personId}::uuid for update`;
    const open = { acceptedAt: null, revokedAt: null };
    const taken = await tx.invitation.updateMany({
      where: { id: invitationId, ...open, expiresAt: { gt: now } },
      data: { acceptedAt: now },
    });
    if (taken.count !== 1) return refuse('link_used');
    await tx.person.update({
      where: { id: personId },
      data: { ...data, version: { increment: 1 } },
      select: { id: true },
    });
    await endAccessOf(tx, { personId, now });
    if (joined) await tellOfPassword(tx, personId);
    const opened = await startSignIn(tx, personId, context, 'link');
    if (!opened) throw new AppError('internal', 'a closed account had an open link');
    await context.record(tx, { subject: 'invitation', subjectId: invitationId, byId: personId });
    return done(opened);
  });
}

/** What else opens the account is read by nobody but its person, and by whoever signs in. */
async function tellOfPassword(tx: Tx, personId: string): Promise<void> {
  await speakFor(tx, 'nobody');
  await queuePasswordMail(tx, personId, 'passwordChanged');
  await speakFor(tx, 'link');
}
