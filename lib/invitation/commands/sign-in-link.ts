import { done, type Result, refuse } from '@/lib/core/result';
import type { Locale } from '@/lib/core/scope';
import { nothingShape } from '@/lib/core/shapes';
import type { NamedPerson } from '@/lib/core/shown-name';
import { type OpenedSignIn, startSignIn } from '@/lib/person/commands/start-sign-in';
import { takeTry } from '@/lib/person/commands/tries';
import { waitInWords } from '@/lib/person/rules/lockout';
import { returnPath } from '@/lib/person/rules/return-path';
import { isSampleAddress } from '@/lib/person/rules/sample-people';
import type { Tx } from '@/lib/platform/database';
import { queueLetter } from '@/lib/platform/mail';
import { hashSecret, newSecret } from '@/lib/platform/secret';
import { type Door, publicCommand, strangerCommand } from '@/lib/platform/stranger';
import { invitationOperations } from '../operations';
import { findSignInLink } from '../queries';
import { SIGN_IN_LINK_LASTS_MS, SIGN_IN_MAILS, SIGN_IN_REQUESTS } from '../rules';
import { requestSignInLinkInput, signInByLinkInput } from '../schema';
import { signInLetter } from './letters';

/**
 * Mails a link that signs in once, to an address that has an account; to others nothing. The answer is the same, and is given
 * before the work begins, so that it takes the same time as well (T9). Refusal: too_many_links, by source alone.
 */
export const requestSignInLink = publicCommand({
  operation: invitationOperations.requestSignInLink,
  input: requestSignInLinkInput,
  output: nothingShape,
  as: 'link',
  run: async (door, { email, next }) => {
    const wait = await takeTry([[SIGN_IN_REQUESTS, door.source]], door.now);
    if (wait > 0) return refuse('too_many_links', { params: waitInWords(wait) });
    door.afterAnswer(() => mailLink(door, email, returnPath(next)));
    return done({});
  },
});

async function mailLink(door: Door, email: string, next: string): Promise<void> {
  if (isSampleAddress(email) && !door.admitsSample) return;
  if ((await takeTry([[SIGN_IN_MAILS, email]], door.now)) > 0) return;
  await door.open(async (tx) => {
    const [person] = await tx.$queryRaw<(NamedPerson & { locale: Locale })[]>`
      select id, name, name_en as "nameEn", locale from person where email = ${email} and archived_at is null`;
    if (!person) return;
    const link = await openSignInLink(tx, person.id, door.now);
    const query = next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
    await queueLetter(tx, signInLetter({ ...person, email }, { ...link, path: `${link.path}${query}` }));
    await door.record(tx, { subject: 'sign_in_link', subjectId: link.linkId, byId: null });
  });
}

/** The link's page, known to its receiver alone: the database keeps a hash. What has expired is cleared away. */
async function openSignInLink(tx: Tx, personId: string, now: Date) {
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + SIGN_IN_LINK_LASTS_MS);
  await tx.signInLink.deleteMany({ where: { personId, expiresAt: { lte: now } } });
  const { id } = await tx.signInLink.create({
    data: { personId, tokenHash: hashSecret(secret), createdAt: now, expiresAt },
    select: { id: true },
  });
  return { path: `/sign-in/link/${secret}`, linkId: id, expiresAt };
}

/**
 * Signs in by a link from a mail, on whichever device it is opened. It works once: of two at the same moment one gets in.
 * Refusals: sign_in_link_unknown, sign_in_link_used, sign_in_link_expired.
 */
export const signInByLink = strangerCommand({
  name: 'invitation.sign_in_by_link',
  input: signInByLinkInput,
  as: 'nobody',
  run: (door, { link }): Promise<Result<OpenedSignIn>> =>
    door.open(async (tx) => {
      const found = await findSignInLink(tx, link, door);
      if (!found) return refuse('sign_in_link_unknown');
      if (found.state !== 'open') return refuse(`sign_in_link_${found.state}`);
      const { count } = await tx.signInLink.updateMany({
        where: { id: found.linkId, usedAt: null, expiresAt: { gt: door.now } },
        data: { usedAt: door.now },
      });
      if (count !== 1) return refuse('sign_in_link_used');
      const opened = await startSignIn(tx, found.personId, door, 'email');
      await door.record(tx, { subject: 'sign_in', subjectId: opened.signInId, byId: found.personId });
      return done(opened);
    }),
});
