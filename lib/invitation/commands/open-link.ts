import type { Tx } from '@/lib/platform/database';
import { hashSecret, newSecret } from '@/lib/platform/secret';

type For = {
  personId: string;
  purpose: 'join' | 'admin' | 'reset';
  /** The program it joins; null for an admin or a new password. */
  programId: string | null;
  invitedBy: string | null;
  now: Date;
  lastsMs: number;
  /** The link is shown to whoever invites. */
  shown?: boolean;
};

/** The link's page, known to its receiver alone: the database keeps a hash, logs and audit trail nothing (T10). */
export type OpenedLink = { path: string; invitationId: string; expiresAt: Date };

/**
 * Makes a single-use link. One that the office or the machine's owner sends again takes the place of the earlier of its kind;
 * a stranger who asks for a new password voids nothing.
 */
export async function openLink(
  tx: Tx,
  { personId, purpose, programId, invitedBy, now, lastsMs, shown = false }: For,
): Promise<OpenedLink> {
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + lastsMs);
  if (purpose !== 'reset') {
    await tx.invitation.updateMany({
      where: { personId, programId, purpose, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
  }
  const { id } = await tx.invitation.create({
    data: {
      ...{ personId, purpose, programId, invitedBy, createdAt: now, expiresAt, shown },
      tokenHash: hashSecret(secret),
    },
    select: { id: true },
  });
  return { path: `/invitations/${secret}`, invitationId: id, expiresAt };
}
