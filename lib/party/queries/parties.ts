import type { z } from 'zod';
import type { Day } from '@/lib/core/days';
import { AppError } from '@/lib/core/errors';
import { searchKey } from '@/lib/core/hangul';
import type { Operation } from '@/lib/core/operation';
import type { ProgramScope } from '@/lib/core/scope';
import { writeCursor } from '@/lib/platform/cursor';
import type { Tx } from '@/lib/platform/database';
import { behind, keyText, nameOrder, orderBy, readPlace } from '@/lib/platform/ordering';
import { programQuery } from '@/lib/platform/query';
import { clocksOf } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import { PARTY_OPERATIONS } from '../operations';
import { canReadParties, canSeePartyFigures, ownPartyId } from '../policy';
import { type PartyKey, type PartyKind, refOf } from '../rules';
import { type ContactItem, PARTY_SCHEMAS, type PartyFigures } from '../schema';
import { selectContacts } from './contacts';
import { readPartyFigures } from './figures';

type Asked = { asOf?: Day | undefined; knownOn?: Day | undefined };
type Filter = Asked & {
  q?: string | undefined;
  sector?: string[] | undefined;
  focus?: string | undefined;
  archived?: 'without' | 'only' | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
};
type Table = {
  table: Prisma.Sql;
  /** The name in Latin letters, where it has a column of its own. */
  nameEn?: Prisma.Sql;
  listed: Prisma.Sql;
  profile: Prisma.Sql;
  narrowed: (filter: Filter) => Prisma.Sql[];
};

/** The terms of each kind as its profile has them, of a row `p`. */
export const TERMS: Record<PartyKind, Prisma.Sql> = {
  startup: Prisma.sql`p.round, p.regions, case when p.sought_minor is not null then
    jsonb_build_object('minor', p.sought_minor, 'currency', p.sought_currency) end as sought`,
  investor: Prisma.sql`p.rounds, p.regions, case when p.ticket_currency is not null then
    jsonb_build_object('min', p.ticket_min, 'max', p.ticket_max, 'currency', p.ticket_currency) end as ticket`,
};

/** How the table of each kind is read, as `p`. */
export const TABLES: Record<PartyKind, Table> = {
  startup: {
    table: Prisma.sql`startup`,
    nameEn: Prisma.sql`p.name_en`,
    listed: Prisma.sql`p.name, p.name_en as "nameEn", p.sector, p.website`,
    profile: Prisma.sql`p.name, p.name_en as "nameEn", p.sector, p.summary, p.summary_en as "summaryEn", p.website,
      ${TERMS.startup}`,
    narrowed: ({ sector }) => (sector ? [Prisma.sql`p.sector = any(${sector})`] : []),
  },
  investor: {
    table: Prisma.sql`investor`,
    listed: Prisma.sql`p.name, p.city, p.focus, p.website`,
    profile: Prisma.sql`p.name, p.city, p.focus, p.summary, p.website, ${TERMS.investor}`,
    narrowed: ({ focus }) => (focus ? [Prisma.sql`${focus} = any(p.focus)`] : []),
  },
};

/** What people wrote of a party: `name`, and the other fields of its kind. */
export type PartyProfile = { name: string; nameEn?: string; [field: string]: unknown };
type PartyRow = { id: string; version: number; archivedAt: Date | null; profile: PartyProfile };

async function readParty(
  tx: Tx,
  scope: ProgramScope,
  kind: PartyKind,
  id: string,
  lock: Prisma.Sql,
): Promise<PartyRow> {
  const { table, profile } = TABLES[kind];
  const own = ownPartyId(scope, kind);
  const [row] = await tx.$queryRaw<(PartyProfile & Omit<PartyRow, 'profile'>)[]>`
    select p.id, p.version, p.archived_at as "archivedAt", ${profile} from ${table} p
    where p.program_id = ${scope.programId}::uuid and p.id = ${id}::uuid
      and (${own}::uuid is null or p.id = ${own}::uuid) ${lock}`;
  if (!row) throw new AppError('not_found', kind);
  const { id: _, version, archivedAt, ...rest } = row;
  return { id, version, archivedAt, profile: rest };
}

/** Takes a party's row for this transaction. Throws not_found for what is not there or not the viewer's. */
export function lockParty(tx: Tx, scope: ProgramScope, kind: PartyKind, id: string): Promise<PartyRow> {
  return readParty(tx, scope, kind, id, Prisma.sql`for no key update`);
}

/** Another party of this kind in use of the same name, in either language and however it is written. */
export async function findSameName(
  tx: Tx,
  { programId }: ProgramScope,
  kind: PartyKind,
  { name = '', nameEn = '' }: Partial<PartyProfile>,
  self: string | null = null,
): Promise<{ id: string; name: string } | null> {
  const { table, nameEn: column } = TABLES[kind];
  const inLatin = column
    ? Prisma.sql`or (${nameEn} <> '' and name_key(${column}) = name_key(${nameEn}))`
    : Prisma.empty;
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    select p.id, p.name from ${table} p
    where p.program_id = ${programId}::uuid and p.archived_at is null and p.id is distinct from ${self}::uuid
      and (name_key(p.name) = name_key(${name}) ${inLatin})
    order by p.created_at limit 1`;
  return rows[0] ?? null;
}

type Listed = { id: string; logoId: string | null; figures: PartyFigures | null };
type Page<Item> = { items: Item[]; total: number; nextCursor: string | null };
type Row = Omit<Listed, 'figures' | 'logoId'> & { archivedAt: Date | null; key: string };

async function selectPage<Item extends Listed>(
  tx: Tx,
  scope: ProgramScope,
  kind: PartyKind,
  filter: Filter,
): Promise<Page<Item>> {
  const { q, archived, asOf, knownOn, cursor, limit = 100 } = filter;
  const { table, nameEn, listed, narrowed } = TABLES[kind];
  const order = { keys: [nameOrder(scope.viewer.locale, Prisma.sql`p.name`, nameEn)], id: Prisma.sql`p.id` };
  const after = readPlace(cursor, order);
  const own = ownPartyId(scope, kind);
  const where = Prisma.join(
    [
      Prisma.sql`p.program_id = ${scope.programId}::uuid`,
      Prisma.sql`(${own}::uuid is null or p.id = ${own}::uuid)`,
      archived === 'only' ? Prisma.sql`p.archived_at is not null` : Prisma.sql`p.archived_at is null`,
      ...(q ? [Prisma.sql`p.search_text like ${`%${searchKey(q)}%`}`] : []),
      ...narrowed(filter),
    ],
    ' and ',
  );
  const counted = await tx.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from ${table} p where ${where}`;
  const beyond = after ? Prisma.sql`and ${behind(order, after)}` : Prisma.empty;
  const rows = await tx.$queryRaw<Row[]>`
    select p.id, ${listed}, p.archived_at as "archivedAt", p.version, ${keyText(order)} as key
    from ${table} p where ${where} ${beyond} order by ${orderBy(order)} limit ${limit + 1}`;
  const page = rows.slice(0, limit);
  const figures = await figuresFor(tx, scope, kind, page, { asOf, knownOn });
  const logos = await logosOf(tx, scope, kind, page);
  const last = page.at(-1);
  return {
    items: page.map(({ key: _, archivedAt, ...row }) => ({
      ...row,
      archivedAt: archivedAt?.toISOString() ?? null,
      logoId: logos.get(row.id) ?? null,
      figures: figures.get(row.id) ?? null,
    })) as unknown as Item[],
    total: counted[0]?.total ?? 0,
    nextCursor: rows.length > limit && last ? writeCursor(last) : null,
  };
}

/** The logo of each party that has one. */
async function logosOf(
  tx: Tx,
  { programId }: ProgramScope,
  kind: PartyKind,
  parties: readonly { id: string }[],
): Promise<Map<string, string>> {
  const key = `${kind}Id` as const;
  const rows = await tx.storedFile.findMany({
    where: { programId, kind: 'logo', archivedAt: null, [key]: { in: parties.map(({ id }) => id) } },
    select: { id: true, startupId: true, investorId: true },
  });
  return new Map(rows.map((row) => [row[key] ?? '', row.id]));
}

/** Nobody's for those who may not see the program's figures. */
async function figuresFor(
  tx: Tx,
  scope: ProgramScope,
  kind: PartyKind,
  parties: readonly { id: string }[],
  { asOf, knownOn }: Asked,
): Promise<Map<string, PartyFigures>> {
  if (!canSeePartyFigures(scope)) return new Map();
  const clocks = clocksOf(scope.program, new Date(), asOf, knownOn);
  return readPartyFigures(
    tx,
    scope,
    kind,
    parties.map(({ id }) => id),
    clocks,
  );
}

type Schemas<Kind extends PartyKind, ListInput, GetInput, Item, Detail> = {
  list: z.ZodType<Filter, ListInput>;
  get: z.ZodType<Asked & Record<PartyKey<Kind>, string>, GetInput>;
  page: z.ZodType<Page<Item>>;
  detail: z.ZodType<Detail>;
};

function queriesOf<
  Kind extends PartyKind,
  ListInput,
  GetInput,
  Item extends Listed,
  Detail extends Listed & { contacts: ContactItem[] },
>(
  kind: Kind,
  schemas: Schemas<Kind, ListInput, GetInput, Item, Detail>,
  operations: { list: Operation<ListInput>; get: Operation<GetInput> },
) {
  return {
    /** By name in the reader's language, with figures live or as of a date; five statements a page. */
    list: programQuery({
      operation: operations.list,
      input: schemas.list,
      output: schemas.page,
      may: canReadParties,
      run: (tx, scope, filter) => selectPage<Item>(tx, scope, kind, filter),
    }),
    /** A profile with people (masked) and figures. Throws not_found for what is not there or not the viewer's. */
    get: programQuery({
      operation: operations.get,
      input: schemas.get,
      output: schemas.detail,
      may: canReadParties,
      run: async (tx, scope, input) => {
        const id = input[`${kind}Id`];
        const { profile, version, archivedAt } = await readParty(tx, scope, kind, id, Prisma.empty);
        const contacts = await selectContacts(tx, scope, refOf(kind, id));
        const figures = await figuresFor(tx, scope, kind, [{ id }], input);
        const logos = await logosOf(tx, scope, kind, [{ id }]);
        return {
          ...{ id, ...profile, archivedAt: archivedAt?.toISOString() ?? null, version },
          ...{ contacts, logoId: logos.get(id) ?? null, figures: figures.get(id) ?? null },
        } as unknown as Detail;
      },
    }),
  };
}

export const { list: listStartups, get: getStartup } = queriesOf(
  'startup',
  PARTY_SCHEMAS.startup,
  PARTY_OPERATIONS.startup,
);
export const { list: listInvestors, get: getInvestor } = queriesOf(
  'investor',
  PARTY_SCHEMAS.investor,
  PARTY_OPERATIONS.investor,
);
