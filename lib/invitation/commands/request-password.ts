import { done, refuse } from '@/lib/core/result';
import type { Locale } from '@/lib/core/scope';
import { nothingShape } from '@/lib/core/shapes';
import type { NamedPerson } from '@/lib/core/shown-name';
import { takeTry } from '@/lib/person/commands/tries';
import { waitInWords } from '@/lib/person/rules/lockout';
import { isSampleAddress } from '@/lib/person/rules/sample-people';
import type { Tx } from '@/lib/platform/database';
import { queueLetter } from '@/lib/platform/mail';
import { type Door, publicCommand } from '@/lib/platform/stranger';
import { invitationOperations } from '../operations';
import { MOST_OPEN_RESETS, NEW_PASSWORD_LASTS_MS, RESET_MAILS, RESET_REQUESTS } from '../rules';
import { requestPasswordInput } from '../schema';
import { newPasswordLetter, type Reader } from './letters';
import { type OpenedLink, openLink } from './open-link';

/**
 * Mails a link that sets a new password, to an address that has an account; to others nothing. The answer is the same, and is
 * given before the work begins, so that it takes the same time as well (T9). No open link is voided by it. Refusal:
 * too_many_requests, by source alone.
 */
export const requestPassword = publicCommand({
  operation: invitationOperations.requestPassword,
  input: requestPasswordInput,
  output: nothingShape,
  as: 'link',
  run: async (door, { email }) => {
    const wait = await takeTry([[RESET_REQUESTS, door.source]], door.now);
    if (wait > 0) return refuse('too_many_requests', { params: waitInWords(wait) });
    door.afterAnswer(() => mailLink(door, email));
    return done({});
  },
});

async function mailLink(door: Door, email: string): Promise<void> {
  if (isSampleAddress(email) && !door.admitsSample) return;
  if ((await takeTry([[RESET_MAILS, email]], door.now)) > 0) return;
  await door.open(async (tx) => {
    const mail = await openReset(tx, door, email);
    if (mail) await queueLetter(tx, newPasswordLetter(mail.reader, mail.link));
  });
}

/** Null where nobody has the address, or as many links as there may be are open already. */
async function openReset(
  tx: Tx,
  door: Door,
  email: string,
): Promise<{ reader: Reader; link: OpenedLink } | null> {
  const { now } = door;
  // Two requests at once are one after the other here, so that the second sees the first's link.
  const [person] = await tx.$queryRaw<(NamedPerson & { locale: Locale })[]>`
    select id, name, name_en as "nameEn", locale from person where email = ${email} and archived_at is null for update`;
  if (!person) return null;
  const purpose = 'reset' as const;
  const open = await tx.invitation.count({
    where: { personId: person.id, purpose, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
  });
  if (open >= MOST_OPEN_RESETS) return null;
  const whose = { personId: person.id, purpose, programId: null, invitedBy: null };
  const link = await openLink(tx, { ...whose, now, lastsMs: NEW_PASSWORD_LASTS_MS });
  await door.record(tx, { subject: 'invitation', subjectId: link.invitationId, byId: null });
  return { reader: { ...person, email }, link };
}
