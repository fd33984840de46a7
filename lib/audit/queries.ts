import type { z } from 'zod';
import { instantField } from '@/lib/core/fields';
import type { Means } from '@/lib/core/scope';
import { endOfDay, startOfDay } from '@/lib/core/zones';
import { type CursorPlace, readCursor, writeCursor } from '@/lib/platform/cursor';
import type { Tx } from '@/lib/platform/database';
import { InvalidInput, programQuery, viewerQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { auditOperations } from './operations';
import { canReadAudit, canReadInstallationAudit } from './policy';
import { factsOf } from './rules';
import { type AuditItem, auditPage, listAuditInput, listInstallationAuditInput } from './schema';

/** Of the office at home: entries of the installation belong to no program. */
const HOME_ZONE = 'Asia/Seoul';

type Filter = z.output<typeof listAuditInput>;

function conditions({ person, noun, pair, party, from, to }: Filter, timeZone: string): Prisma.Sql {
  const parts = [Prisma.sql`true`];
  if (person) parts.push(Prisma.sql`e.by_id = ${person}::uuid`);
  if (noun) parts.push(Prisma.sql`split_part(e.command, '.', 1) = ${noun}`);
  if (pair) parts.push(Prisma.sql`e.pair_id = ${pair}::uuid`);
  if (party) parts.push(isOfParty(party));
  if (from) parts.push(Prisma.sql`e.at >= ${startOfDay(from, timeZone)}`);
  if (to) parts.push(Prisma.sql`e.at < ${endOfDay(to, timeZone)}`);
  return Prisma.join(parts, ' and ');
}

/** Entries about a party or its pairs, also from before it was merged into this one. */
function isOfParty(id: string): Prisma.Sql {
  const parties = Prisma.sql`(select ${id}::uuid union all select m.merged_id from party_merge m
    where m.program_id = e.program_id and m.kept_id = ${id}::uuid and m.undone_at is null)`;
  return Prisma.sql`(e.startup_id in ${parties}
    or exists (select from ${parties} p (id) where p.id::text in (e.subject_id, e.detail ->> 'investorId'))
    or exists (select from pair q where q.program_id = e.program_id and q.id = e.pair_id
      and (q.startup_id = ${id}::uuid or q.investor_id in ${parties})))`;
}

/** Every change in the program, who made it and by what means, the latest first, 50 a page. */
export const listAudit = programQuery({
  operation: auditOperations.listAudit,
  input: listAuditInput,
  output: auditPage,
  may: canReadAudit,
  run: (tx, scope, { limit = 50, cursor, ...filter }) =>
    selectAudit(tx, {
      // Of a note the reader may not see, not even that it was written: row-level security answers the subselect.
      where: Prisma.sql`e.program_id = ${scope.programId}::uuid and ${conditions(filter, scope.program.homeZone)}
        and (e.subject <> 'note' or exists (
          select from note n where n.program_id = e.program_id and n.id::text = e.subject_id))`,
      limit,
      cursor,
    }),
});

/** What belongs to no program: accounts, sign-ins, admins, API tokens. */
export const listInstallationAudit = viewerQuery({
  operation: auditOperations.listInstallationAudit,
  input: listInstallationAuditInput,
  output: auditPage,
  may: canReadInstallationAudit,
  run: (tx, _viewer, { limit = 50, cursor, ...filter }) =>
    selectAudit(tx, {
      where: Prisma.sql`e.program_id is null and ${conditions(filter, HOME_ZONE)}`,
      limit,
      cursor,
    }),
});

type Row = {
  id: string;
  at: Date;
  command: string;
  subject: string;
  means: Means;
  detail: unknown;
  byId: string | null;
  byName: string | null;
  byNameEn: string | null;
  pairId: string | null;
  startupId: string | null;
  startupName: string | null;
  startupNameEn: string | null;
  investorId: string | null;
  investorName: string | null;
  personId: string | null;
  personName: string | null;
  personNameEn: string | null;
};

type Selection = { where: Prisma.Sql; limit: number; cursor: string | undefined };

/** Entries of the trail, the latest first, with the names they speak of: one statement a page. */
async function selectAudit(tx: Tx, { where, limit, cursor }: Selection) {
  const after = readCursor(cursor);
  const beyond = after
    ? Prisma.sql`and (e.at, e.id) < (${instantOf(after)}, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await tx.$queryRaw<Row[]>`
    with page as materialized (
      select e.id, e.at, e.command, e.subject, e.means, e.detail, e.by_id, e.program_id, e.pair_id, e.startup_id, e.subject_id
      from audit_entry e
      where ${where} ${beyond}
      order by e.at desc, e.id desc
      limit ${limit + 1}
    ), entry as (
      select page.*,
        ${idIn(Prisma.sql`case when subject = 'startup' then subject_id end`)} as about_startup,
        ${idIn(Prisma.sql`case when subject = 'investor' then subject_id else detail ->> 'investorId' end`)} as about_investor,
        ${idIn(Prisma.sql`case when subject = 'person' then subject_id else detail ->> 'personId' end`)} as about_person
      from page
    )
    select e.id, e.at, e.command, e.subject, e.means, e.detail, e.by_id as "byId", who.name as "byName", who.name_en as "byNameEn",
      q.id as "pairId", s.id as "startupId", s.name as "startupName", s.name_en as "startupNameEn",
      i.id as "investorId", i.name as "investorName", about.id as "personId", about.name as "personName",
      about.name_en as "personNameEn"
    from entry e
    left join person who on who.id = e.by_id
    left join pair q on q.program_id = e.program_id and q.id = e.pair_id
    left join startup s on s.program_id = e.program_id and s.id = coalesce(q.startup_id, e.startup_id, e.about_startup)
    left join investor i on i.program_id = e.program_id and i.id = coalesce(q.investor_id, e.about_investor)
    left join person about on about.id = e.about_person
    order by e.at desc, e.id desc`;
  const items = rows.slice(0, limit).map(toItem);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? writeCursor(placeOf(last)) : null };
}

/** A text as an id, or null: subjects of other kinds are no ids. */
function idIn(text: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`case when ${text} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (${text})::uuid end`;
}

function toItem(row: Row): AuditItem {
  const startup = row.startupId
    ? { id: row.startupId, name: row.startupName ?? '', nameEn: row.startupNameEn ?? '' }
    : null;
  const investor = row.investorId ? { id: row.investorId, name: row.investorName ?? '' } : null;
  return {
    id: row.id,
    at: row.at.toISOString(),
    by: row.byId ? { id: row.byId, name: row.byName ?? '', nameEn: row.byNameEn ?? '' } : null,
    means: row.means,
    command: row.command,
    subject: row.subject,
    pair: row.pairId && startup && investor ? { id: row.pairId, startup, investor } : null,
    startup,
    investor,
    person: row.personId
      ? { id: row.personId, name: row.personName ?? '', nameEn: row.personNameEn ?? '' }
      : null,
    facts: factsOf(row.detail),
  };
}

function placeOf({ at, id }: AuditItem): CursorPlace {
  return { key: at, id };
}

/** The instant of a place. Throws InvalidInput where its key is none. */
function instantOf({ key }: CursorPlace): Date {
  const read = instantField.safeParse(key);
  if (!read.success) throw new InvalidInput([{ reason: 'invalid', field: ['cursor'] }]);
  return read.data;
}
