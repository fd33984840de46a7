import { type ProgramScope, readsAll } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import { maskEmail, maskPhone, type PartyRef } from '../rules';
import type { ContactItem } from '../schema';

export async function selectContacts(tx: Tx, scope: ProgramScope, party: PartyRef): Promise<ContactItem[]> {
  const isOffice = readsAll(scope);
  const isOwn = 'startupId' in party && party.startupId === scope.startupId;
  const rows = await tx.contact.findMany({
    where: { programId: scope.programId, ...party, ...(isOffice || isOwn ? {} : { archivedAt: null }) },
    select: {
      id: true,
      name: true,
      nameEn: true,
      title: true,
      email: true,
      phone: true,
      consentAt: true,
      archivedAt: true,
      version: true,
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ email, phone, consentAt, archivedAt, ...row }) => ({
    ...row,
    ...(isOwn
      ? { email, phone, masked: false }
      : isOffice
        ? { email: maskEmail(email), phone: maskPhone(phone), masked: true }
        : { email: null, phone: null, masked: true }),
    consentAt: isOwn || isOffice ? (consentAt?.toISOString() ?? null) : null,
    archivedAt: archivedAt?.toISOString() ?? null,
  }));
}
