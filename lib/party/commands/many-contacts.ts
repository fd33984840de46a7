import type { ProgramScope } from '@/lib/core/scope';
import { uuidv7 } from '@/lib/core/uuid';
import type { Context } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';

export type ContactData = {
  name: string;
  nameEn: string;
  title: string;
  email: string;
  phone: string;
  consentAt: Date | null;
};
/** Whose person it is: one of both. */
export type ContactOf = { startupId: string | null; investorId: string | null };

/** Adds people of parties that are known to be the program's. Answers their ids, in order. */
export async function addContacts(
  tx: Tx,
  { scope, now, record }: Context<ProgramScope>,
  contacts: readonly (ContactData & ContactOf)[],
): Promise<string[]> {
  const rows = contacts.map((contact) => ({ ...contact, id: uuidv7(now) }));
  await tx.$executeRaw`
    insert into contact (program_id, id, startup_id, investor_id, name, name_en, title, email, phone, consent_at, created_at)
    select ${scope.programId}::uuid, r.id, r."startupId", r."investorId", r.name, r."nameEn", r.title, r.email, r.phone,
      r."consentAt", ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "startupId" uuid, "investorId" uuid, name text,
      "nameEn" text, title text, email text, phone text, "consentAt" timestamptz)`;
  for (const { id, startupId, investorId, consentAt } of rows)
    record({
      ...{ subject: 'contact', subjectId: id, startupId },
      detail: { investorId, consent: consentAt !== null },
    });
  return rows.map(({ id }) => id);
}

type ContactEdit = ContactOf & { id: string; changes: Partial<ContactData>; isRestored?: boolean };

/** Writes what is new of contacts whose rows this transaction holds, each with its next version. */
export async function editContacts(
  tx: Tx,
  { scope, record }: Context<ProgramScope>,
  edits: readonly ContactEdit[],
): Promise<void> {
  const rows = edits.map(({ id, isRestored = false, changes: { nameEn, consentAt, ...same } }) => {
    const changes = {
      ...same,
      ...(nameEn === undefined ? {} : { name_en: nameEn }),
      ...(consentAt === undefined ? {} : { consent_at: consentAt }),
    };
    return { id, isRestored, changes };
  });
  await tx.$executeRaw`
    update contact c set (name, name_en, title, email, phone, consent_at) =
        (select n.name, n.name_en, n.title, n.email, n.phone, n.consent_at from jsonb_populate_record(c, r.changes) n),
      archived_at = case when r."isRestored" then null else c.archived_at end, version = c.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "isRestored" boolean, changes jsonb)
    where c.program_id = ${scope.programId}::uuid and c.id = r.id`;
  for (const { id, startupId, investorId, changes } of edits)
    record({
      ...{ subject: 'contact', subjectId: id, startupId },
      detail: { investorId, fields: Object.keys(changes) },
    });
}
