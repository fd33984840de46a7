import type { Locale } from '@/lib/core/locale';
import { done, type Result, refuse } from '@/lib/core/result';
import { nothingShape } from '@/lib/core/shapes';
import { takeTry } from '@/lib/person/commands/tries';
import { waitInWords } from '@/lib/person/rules/lockout';
import { returnPath } from '@/lib/person/rules/return-path';
import { isSampleAddress } from '@/lib/person/rules/sample-people';
import type { Tx } from '@/lib/platform/database';
import type { Limit } from '@/lib/platform/limit';
import { type Mail, type MailReader, queueMail } from '@/lib/platform/mail';
import { hashSecret, newSecret } from '@/lib/platform/secret';
import { publicCommand, type StrangerContext } from '@/lib/platform/stranger';
import { invitationOperations } from '../operations';
import {
  MOST_OPEN_RESETS,
  NEW_PASSWORD_LASTS_MS,
  RESET_MAILS,
  RESET_REQUESTS,
  SIGN_IN_LINK_LASTS_MS,
  SIGN_IN_MAILS,
  SIGN_IN_REQUESTS,
} from '../rules';
import { requestPasswordInput, requestSignInLinkInput } from '../schema';
import { newPasswordMail, signInMail } from './mails';
import { openLink } from './open-link';

/** Mails a link that sets a new password. No open link is voided by it. Refusal: too_many_requests, by source alone. */
export const requestPassword = publicCommand({
  operation: invitationOperations.requestPassword,
  input: requestPasswordInput,
  output: nothingShape,
  as: 'link',
  run: (context, { email }) =>
    mailLink(context, email, {
      ...{ requests: RESET_REQUESTS, mails: RESET_MAILS, refusal: 'too_many_requests' },
      makeMail: openReset,
    }),
});

/** Mails a link that signs in once, and leads to `next` then. Refusal: too_many_links, by source alone. */
export const requestSignInLink = publicCommand({
  operation: invitationOperations.requestSignInLink,
  input: requestSignInLinkInput,
  output: nothingShape,
  as: 'link',
  run: (context, { email, next }) =>
    mailLink(context, email, {
      ...{ requests: SIGN_IN_REQUESTS, mails: SIGN_IN_MAILS, refusal: 'too_many_links' },
      makeMail: (tx, reader, asked) => openSignInLink(tx, reader, asked, returnPath(next)),
    }),
});

type Reader = MailReader & { id: string };
type MakeMail = (tx: Tx, reader: Reader, context: StrangerContext) => Promise<Mail | null>;
type LinkByMail = { requests: Limit; mails: Limit; refusal: string; makeMail: MakeMail };

/**
 * Mails a link to an address that has an account; to others nothing. The answer is the same, and is given before the work
 * begins, so that it takes the same time as well (T9).
 */
async function mailLink(
  context: StrangerContext,
  email: string,
  { requests, mails, refusal, makeMail }: LinkByMail,
): Promise<Result<Record<never, never>>> {
  const wait = await takeTry([[requests, context.source]], context.now);
  if (wait > 0) return refuse(refusal, { params: waitInWords(wait) });
  context.afterAnswer(async () => {
    if (isSampleAddress(email) && !context.admitsSample) return;
    if ((await takeTry([[mails, email]], context.now)) > 0) return;
    await context.open(async (tx) => {
      // Two requests at once are one after the other here, so that the second sees the first's link.
      const [person] = await tx.$queryRaw<(Omit<Reader, 'locale'> & { locale: Locale })[]>`
        select id, name, name_en as "nameEn", email, locale from person
        where email = ${email} and archived_at is null for update`;
      const mail = person && (await makeMail(tx, person, context));
      if (mail) await queueMail(tx, mail);
    });
  });
  return done({});
}

/** Null where as many links as there may be are open already. */
async function openReset(tx: Tx, reader: Reader, context: StrangerContext): Promise<Mail | null> {
  const { now } = context;
  const purpose = 'reset' as const;
  const open = await tx.invitation.count({
    where: { personId: reader.id, purpose, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
  });
  if (open >= MOST_OPEN_RESETS) return null;
  const whose = { personId: reader.id, purpose, programId: null, invitedBy: null };
  const link = await openLink(tx, { ...whose, now, lastsMs: NEW_PASSWORD_LASTS_MS });
  await context.record(tx, { subject: 'invitation', subjectId: link.invitationId, byId: null });
  return newPasswordMail(reader, link);
}

/** The link's page is known to its receiver alone: the database keeps a hash. What has expired is cleared away. */
async function openSignInLink(tx: Tx, reader: Reader, context: StrangerContext, next: string): Promise<Mail> {
  const { now } = context;
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + SIGN_IN_LINK_LASTS_MS);
  await tx.signInLink.deleteMany({ where: { personId: reader.id, expiresAt: { lte: now } } });
  const { id } = await tx.signInLink.create({
    data: { personId: reader.id, tokenHash: hashSecret(secret), createdAt: now, expiresAt },
    select: { id: true },
  });
  await context.record(tx, { subject: 'sign_in_link', subjectId: id, byId: null });
  const query = next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
  return signInMail(reader, { path: `/sign-in/link/${secret}${query}`, expiresAt });
}
