import { done, type Result, refuse } from '@/lib/core/result';
import { type OpenedSignIn, startSignIn } from '@/lib/person/commands/start-sign-in';
import { strangerCommand } from '@/lib/platform/stranger';
import { findSignInLink } from '../queries';
import { signInByLinkInput } from '../schema';

/**
 * Signs in by a link from a mail, on whichever device it is opened. It works once: of two at the same moment one gets in.
 * Refusals: sign_in_link_unknown, sign_in_link_used, sign_in_link_expired.
 */
export const signInByLink = strangerCommand({
  name: 'invitation.sign_in_by_link',
  input: signInByLinkInput,
  as: 'nobody',
  run: (context, { link }): Promise<Result<OpenedSignIn>> =>
    context.open(async (tx) => {
      const found = await findSignInLink(tx, link, context);
      if (!found) return refuse('sign_in_link_unknown');
      if (found.state !== 'open') return refuse(`sign_in_link_${found.state}`);
      const { count } = await tx.signInLink.updateMany({
        where: { id: found.linkId, usedAt: null, expiresAt: { gt: context.now } },
        data: { usedAt: context.now },
      });
      if (count !== 1) return refuse('sign_in_link_used');
      const opened = await startSignIn(tx, found.personId, context, 'email');
      if (!opened) return refuse('sign_in_link_unknown');
      await context.record(tx, { subject: 'sign_in', subjectId: opened.signInId, byId: found.personId });
      return done(opened);
    }),
});
