import type { ProgramScope } from '@/lib/core/scope';
import { uuidv7 } from '@/lib/core/uuid';
import type { Context } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { Prisma } from '@/prisma/client/client';
import type { PartyProfile } from '../queries/parties';
import type { PartyKind } from '../rules';
import { termColumns } from '../rules/terms';
import { openPairs } from './open-pairs';

type Where = { programId_id: { programId: string; id: string } };
/** The table of a kind as commands write it: the columns of a profile are those its schema has parsed. */
type PartyTable = {
  update(args: { where: Where; data: object; select: { id: true } }): Promise<unknown>;
};
export const tableOf = (tx: Tx, kind: PartyKind) => tx[kind] as unknown as PartyTable;

/** What the audit trail says of a party. */
export function entryOf(kind: PartyKind, id: string) {
  return { ...{ subject: kind, subjectId: id }, ...(kind === 'startup' ? { startupId: id } : {}) };
}

/** Adds parties of one kind and opens their pairs; whose names are alike was asked before. Answers their ids, in order. */
export async function addParties(
  tx: Tx,
  { scope, now, record }: Context<ProgramScope>,
  kind: PartyKind,
  profiles: readonly PartyProfile[],
): Promise<{ ids: string[]; pairs: number }> {
  const parties = profiles.map((profile) => ({ id: uuidv7(now), profile }));
  const rows = parties.map(({ id, profile }) => ({ ...termColumns(profile), id }));
  await INSERTS[kind](tx, scope.programId, JSON.stringify(rows), now);
  const pairs = await openPairs(tx, scope, now);
  for (const { id, profile } of parties) {
    record({
      ...entryOf(kind, id),
      detail: { name: profile.name, ...(parties.length === 1 ? { pairs } : {}) },
    });
  }
  return { ids: parties.map(({ id }) => id), pairs };
}

/** A changed profile as a whole, and what of it is new. */
export type PartyEdit = { id: string; profile: PartyProfile; changes: Partial<PartyProfile> };

/** Writes whole profiles of parties whose rows this transaction holds, each with its next version. */
export async function editParties(
  tx: Tx,
  { scope, record }: Context<ProgramScope>,
  kind: PartyKind,
  edits: readonly PartyEdit[],
): Promise<void> {
  const rows = edits.map(({ id, profile }) => ({
    ...termColumns(profile),
    id,
  }));
  await UPDATES[kind](tx, scope.programId, JSON.stringify(rows));
  for (const { id, changes } of edits)
    record({ ...entryOf(kind, id), detail: { changes: changes as Record<string, string> } });
}

/** A column that a profile does not say has what the table has without it. */
const INSERTS: Record<PartyKind, (tx: Tx, programId: string, rows: string, now: Date) => Promise<number>> = {
  startup: (tx, programId, rows, now) => tx.$executeRaw`
    insert into startup (program_id, id, name, name_en, sector, summary, summary_en, website, round, sought_minor,
      sought_currency, regions, created_at)
    select ${programId}::uuid, r.id, r.name, r."nameEn", r.sector, coalesce(r.summary, ''), coalesce(r."summaryEn", ''),
      coalesce(r.website, ''), coalesce(r.round, ''), r."soughtMinor", r."soughtCurrency", coalesce(r.regions, '{}'), ${now}
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, name text, "nameEn" text, sector text, summary text,
      "summaryEn" text, website text, round text, "soughtMinor" bigint, "soughtCurrency" text, regions text[])`,
  investor: (tx, programId, rows, now) => tx.$executeRaw`
    insert into investor (program_id, id, name, city, focus, summary, website, rounds, ticket_min, ticket_max,
      ticket_currency, regions, created_at)
    select ${programId}::uuid, r.id, r.name, coalesce(r.city, ''), r.focus, coalesce(r.summary, ''), coalesce(r.website, ''),
      coalesce(r.rounds, '{}'), r."ticketMin", r."ticketMax", r."ticketCurrency", coalesce(r.regions, '{}'), ${now}
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, name text, city text, focus text[], summary text, website text,
      rounds text[], "ticketMin" bigint, "ticketMax" bigint, "ticketCurrency" text, regions text[])`,
};

const UPDATES: Record<PartyKind, (tx: Tx, programId: string, rows: string) => Promise<number>> = {
  startup: (tx, programId, rows) => tx.$executeRaw`
    update startup p set name = r.name, name_en = r."nameEn", sector = r.sector, summary = r.summary,
      summary_en = r."summaryEn", website = r.website, round = r.round, sought_minor = r."soughtMinor",
      sought_currency = r."soughtCurrency", regions = r.regions, version = p.version + 1
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, name text, "nameEn" text, sector text, summary text,
      "summaryEn" text, website text, round text, "soughtMinor" bigint, "soughtCurrency" text, regions text[])
    where p.program_id = ${programId}::uuid and p.id = r.id`,
  investor: (tx, programId, rows) => tx.$executeRaw`
    update investor p set name = r.name, city = r.city, focus = r.focus, summary = r.summary, website = r.website,
      rounds = r.rounds, ticket_min = r."ticketMin", ticket_max = r."ticketMax", ticket_currency = r."ticketCurrency",
      regions = r.regions, version = p.version + 1
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, name text, city text, focus text[], summary text, website text,
      rounds text[], "ticketMin" bigint, "ticketMax" bigint, "ticketCurrency" text, regions text[])
    where p.program_id = ${programId}::uuid and p.id = r.id`,
};

/** Brings archived parties back whose rows this transaction holds; their pairs come with them. */
export async function restoreParties(
  tx: Tx,
  { scope, now, record }: Context<ProgramScope>,
  kind: PartyKind,
  ids: readonly string[],
): Promise<void> {
  const table = kind === 'startup' ? Prisma.sql`startup` : Prisma.sql`investor`;
  await tx.$executeRaw`
    update ${table} set archived_at = null, version = version + 1
    where program_id = ${scope.programId}::uuid and id = any(${ids}::uuid[])`;
  await openPairs(tx, scope, now);
  for (const id of ids) record(entryOf(kind, id));
}
