import { AppError } from '@/lib/core/errors';
import { mergeEdit } from '@/lib/core/merge';
import { done, refuse } from '@/lib/core/result';
import { type ProgramScope, worksInOffice } from '@/lib/core/scope';
import { type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { contactOperations } from '../operations';
import { canRevealContacts, canWorkOnContacts } from '../policy';
import { maskEmail, maskPhone, refusalsOfConsent } from '../rules';
import {
  addContactInput,
  changedContact,
  contactInput,
  editContactInput,
  revealContactInput,
  revealedContact,
} from '../schema';
import { addContacts, type ContactData, type ContactOf, editContacts } from './many-contacts';

type Locked = ContactOf & {
  data: ContactData;
  archivedAt: Date | null;
  version: number;
};

/** Takes a contact's row. Throws not_found for what a startup's people may not touch, as for what is not there. */
async function lockContact(tx: Tx, scope: ProgramScope, contactId: string): Promise<Locked> {
  await tx.$queryRaw`
    select id from contact where program_id = ${scope.programId}::uuid and id = ${contactId}::uuid for no key update`;
  const row = await tx.contact.findUnique({
    where: { programId_id: { programId: scope.programId, id: contactId } },
    select: {
      startupId: true,
      investorId: true,
      name: true,
      nameEn: true,
      title: true,
      email: true,
      phone: true,
      consentAt: true,
      archivedAt: true,
      version: true,
    },
  });
  if (!row || !mayTouch(scope, row.startupId)) throw new AppError('not_found', 'contact');
  const { startupId, investorId, archivedAt, version, ...data } = row;
  return { data, startupId, investorId, archivedAt, version };
}

function mayTouch(scope: ProgramScope, startupId: string | null): boolean {
  return worksInOffice(scope) || (startupId !== null && startupId === scope.startupId);
}

/** A stale answer shows the record as its reader may see it: the office reads contact data masked. */
function shown(scope: ProgramScope, { data, version }: Locked) {
  const isOwn = scope.startupId !== null;
  return {
    name: data.name,
    nameEn: data.nameEn,
    title: data.title,
    email: isOwn ? data.email : maskEmail(data.email),
    phone: isOwn ? data.phone : maskPhone(data.phone),
    consentAt: data.consentAt?.toISOString() ?? null,
    version,
  };
}

/** Adds a person to a startup or an investor; a startup's people to their own. Refusal: in_the_future of the consent. */
export const addContact = programCommand({
  operation: contactOperations.addContact,
  input: addContactInput,
  output: changedContact,
  may: canWorkOnContacts,
  run: async (tx, context, { startupId, investorId, ...data }) => {
    const { scope, now } = context;
    if (!mayTouch(scope, startupId ?? null)) throw new AppError('not_found', 'party');
    const refusals = refusalsOfConsent(data.consentAt, now);
    if (refusals.length > 0) return { ok: false, refusals };
    const party = startupId
      ? await tx.startup.findUnique({
          where: { programId_id: { programId: scope.programId, id: startupId } },
          select: { id: true },
        })
      : await tx.investor.findUnique({
          where: { programId_id: { programId: scope.programId, id: investorId ?? '' } },
          select: { id: true },
        });
    if (!party) throw new AppError('not_found', 'party');
    const whose = { startupId: startupId ?? null, investorId: investorId ?? null };
    const [contactId = ''] = await addContacts(tx, context, [{ ...data, ...whose }]);
    return done({ contactId, version: 1 });
  },
});

/** Changes a contact; what is not named stays, so that nobody has to see what they do not change. Refusals: contact_archived, stale, in_the_future. */
export const editContact = programCommand({
  operation: contactOperations.editContact,
  input: editContactInput,
  output: changedContact,
  may: canWorkOnContacts,
  run: async (tx, context, { contactId, version, changes, base }) => {
    const { scope, now } = context;
    const refusals = refusalsOfConsent(changes.consentAt, now);
    if (refusals.length > 0) {
      return { ok: false, refusals: refusals.map((r) => ({ ...r, field: ['changes', ...(r.field ?? [])] })) };
    }
    const current = await lockContact(tx, scope, contactId);
    if (current.archivedAt) return refuse('contact_archived');
    const merged = mergeEdit<ContactData>({
      current: current.data,
      currentVersion: current.version,
      readVersion: version,
      changes: changes as Partial<ContactData>,
      ...(base ? { base: base as Partial<ContactData> } : {}),
    });
    if (merged.kind === 'conflict') {
      const conflicts = merged.fields.map(({ field }) => field);
      return refuse('stale', { field: ['version'], current: { ...shown(scope, current), conflicts } });
    }
    const { startupId, investorId } = current;
    await editContacts(tx, context, [{ id: contactId, startupId, investorId, changes: merged.changes }]);
    return done({ contactId, version: current.version + 1 });
  },
});

async function setArchived(
  tx: Tx,
  { scope, record }: Context<ProgramScope>,
  { contactId, version }: { contactId: string; version: number },
  archivedAt: Date | null,
) {
  const current = await lockContact(tx, scope, contactId);
  if (current.version !== version)
    return refuse('stale', { field: ['version'], current: shown(scope, current) });
  await tx.contact.update({
    where: { programId_id: { programId: scope.programId, id: contactId } },
    data: { archivedAt, version: { increment: 1 } },
    select: { id: true },
  });
  record({ subject: 'contact', subjectId: contactId, startupId: current.startupId });
  return done({ contactId, version: version + 1 });
}

/** Refusal: stale. */
export const archiveContact = programCommand({
  operation: contactOperations.archiveContact,
  input: contactInput,
  output: changedContact,
  may: canWorkOnContacts,
  run: (tx, context, input) => setArchived(tx, context, input, context.now),
});

/** Refusal: stale. */
export const restoreContact = programCommand({
  operation: contactOperations.restoreContact,
  input: contactInput,
  output: changedContact,
  may: canWorkOnContacts,
  run: (tx, context, input) => setArchived(tx, context, input, null),
});

/** Gives one person's contact data in the clear, and keeps who looked and why. */
export const revealContact = programCommand({
  operation: contactOperations.revealContact,
  whenClosed: true,
  answersOnce: true,
  input: revealContactInput,
  output: revealedContact,
  may: canRevealContacts,
  run: async (tx, { scope, record }, { contactId, reason }) => {
    const { data, startupId, investorId } = await lockContact(tx, scope, contactId);
    record({ subject: 'contact', subjectId: contactId, startupId, detail: { investorId, reason } });
    const { name, nameEn, email, phone } = data;
    return done({ contactId, name, nameEn, email, phone });
  },
});
