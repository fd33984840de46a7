import { emailField } from '@/lib/core/fields';
import { endWaysInOf } from '@/lib/person/commands/end-access';
import { asViewer } from '@/lib/platform/database';
import { INVITATION_LASTS_MS } from '../rules';
import { openLink } from './open-link';

/**
 * For the command line of the machine's owner, who is the authorization: makes the person an admin and gives the path of
 * the link that sets their password (for 14 days, once). A person who is already here keeps their name; `nameEn`, the
 * name in Latin letters for English pages, replaces the one they have. An account that was closed opens with no
 * other way in. Throws ZodError for an address that is none.
 */
export function inviteAdmin(
  email: string,
  { name, nameEn }: { name?: string; nameEn?: string } = {},
  now = new Date(),
): Promise<string> {
  const address = emailField.parse(email);
  const latin = nameEn?.trim();
  return asViewer('machine', async (tx) => {
    const where = { email: address, archivedAt: { not: null } };
    const closed = await tx.person.findUnique({ where, select: { id: true } });
    if (closed) await endWaysInOf(tx, { personId: closed.id, now });
    const person = await tx.person.upsert({
      where: { email: address },
      create: {
        email: address,
        name: name?.trim() || (address.split('@')[0] ?? address),
        nameEn: latin ?? '',
        isAdmin: true,
      },
      update: {
        ...(latin ? { nameEn: latin } : {}),
        isAdmin: true,
        archivedAt: null,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    const link = await openLink(tx, {
      personId: person.id,
      purpose: 'admin',
      programId: null,
      invitedBy: null,
      now,
      lastsMs: INVITATION_LASTS_MS,
    });
    await tx.auditEntry.createMany({
      data: [
        {
          command: 'invitation.invite_admin',
          subject: 'person',
          subjectId: person.id,
          at: now,
          means: 'system',
        },
      ],
    });
    return link.path;
  });
}
