import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import { Prisma } from '@/prisma/client/client';
import type { PartyKind } from '../rules';
import { type PartyProfile, TABLES } from './parties';

/** A party with its whole profile, archived ones included, but not what was merged into another: what rows of a file are matched with. */
export type KnownParty = { id: string; isArchived: boolean; profile: PartyProfile };

/** All parties of a kind, in order of their ids; `lock` takes them for this transaction. */
export async function listForImport(
  tx: Tx,
  { programId }: ProgramScope,
  kind: PartyKind,
  lock = false,
): Promise<KnownParty[]> {
  const { table, profile } = TABLES[kind];
  const taken = lock ? Prisma.sql`for no key update` : Prisma.empty;
  const rows = await tx.$queryRaw<(PartyProfile & Omit<KnownParty, 'profile'>)[]>`
    select p.id, p.archived_at is not null as "isArchived", ${profile} from ${table} p
    where p.program_id = ${programId}::uuid and p.merged_into is null order by p.id ${taken}`;
  return rows.map(({ id, isArchived, ...rest }) => ({ id, isArchived, profile: rest }));
}

/** What people wrote of these parties, by id. */
export async function readProfiles(
  tx: Tx,
  { programId }: ProgramScope,
  kind: PartyKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PartyProfile>> {
  const { table, profile } = TABLES[kind];
  const rows = await tx.$queryRaw<(PartyProfile & { id: string })[]>`
    select p.id, ${profile} from ${table} p
    where p.program_id = ${programId}::uuid and p.id = any(${ids}::uuid[])`;
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

/** A person of a party with all that is known of them, archived ones included. */
export type KnownContact = {
  id: string;
  startupId: string | null;
  investorId: string | null;
  name: string;
  nameEn: string;
  title: string;
  email: string;
  phone: string;
  consentAt: Date | null;
  isArchived: boolean;
};

/** All contacts in order of their ids; `lock` takes them for this transaction. */
export async function listKnownContacts(
  tx: Tx,
  { programId }: ProgramScope,
  lock: boolean,
): Promise<KnownContact[]> {
  const taken = lock ? Prisma.sql`for no key update` : Prisma.empty;
  return tx.$queryRaw<KnownContact[]>`
    select id, startup_id as "startupId", investor_id as "investorId", name, name_en as "nameEn", title, email, phone,
      consent_at as "consentAt", archived_at is not null as "isArchived"
    from contact where program_id = ${programId}::uuid order by id ${taken}`;
}
