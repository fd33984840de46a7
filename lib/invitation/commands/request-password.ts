import { done, type Result } from '@/lib/core/result';
import type { Locale } from '@/lib/core/scope';
import { isSampleAddress } from '@/lib/person/rules/sample-people';
import { sendMail } from '@/lib/platform/mail';
import { strangerCommand } from '@/lib/platform/stranger';
import { mayMailAgain, NEW_PASSWORD_LASTS_MS } from '../rules';
import { requestPasswordInput } from '../schema';
import { newPasswordLetter, type Reader } from './letters';
import { type OpenedLink, openLink } from './open-link';

/**
 * Mails a link that sets a new password, to an address that has an account; to others nothing. The answer is the same;
 * for the same time as well, the caller does not wait for it (T9).
 */
export const requestPassword = strangerCommand({
  name: 'invitation.request_password',
  input: requestPasswordInput,
  as: 'link',
  run: async (door, { email }): Promise<Result<null>> => {
    if (isSampleAddress(email) && !door.admitsSample) return done(null);
    const mail = await door.open(async (tx): Promise<{ reader: Reader; link: OpenedLink } | null> => {
      // Two requests at once are one after the other here, so that the second sees the first's mail.
      const [person] = await tx.$queryRaw<{ id: string; name: string; locale: Locale }[]>`
        select id, name, locale from person where email = ${email} and archived_at is null for update`;
      if (!person) return null;
      const last = await tx.invitation.findFirst({
        where: { personId: person.id, programId: null },
        orderBy: { createdAt: 'desc' },
        select: { createdAt: true },
      });
      if (!mayMailAgain(last?.createdAt ?? null, door.now)) return null;
      const link = await openLink(tx, {
        personId: person.id,
        programId: null,
        invitedBy: null,
        now: door.now,
        lastsMs: NEW_PASSWORD_LASTS_MS,
      });
      await door.record(tx, { subject: 'invitation', subjectId: link.invitationId, byId: null });
      return { reader: { ...person, email }, link };
    });
    if (mail) await sendMail(newPasswordLetter(mail.reader, mail.link));
    return done(null);
  },
});
