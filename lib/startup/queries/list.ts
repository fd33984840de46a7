import { searchKey } from '@/lib/core/hangul';
import { writeCursor } from '@/lib/platform/cursor';
import { behind, keyText, nameOrder, orderBy, readPlace } from '@/lib/platform/ordering';
import { programQuery } from '@/lib/platform/query';
import { figuresOf, type PartyFigures } from '@/lib/program/queries/figures';
import { clocksOf } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import { startupOperations } from '../operations';
import { canReadStartups, canSeeStartupFigures } from '../policy';
import { listStartupsInput } from '../schema';

/** A startup in a list; `figures` only for those who may see the program's figures. */
export type StartupItem = {
  id: string;
  name: string;
  nameEn: string;
  sector: string;
  website: string;
  archivedAt: string | null;
  version: number;
  figures: PartyFigures | null;
};
export type StartupPage = { items: StartupItem[]; total: number; nextCursor: string | null };

type Row = Omit<StartupItem, 'archivedAt' | 'figures'> & { archivedAt: Date | null; key: string };

/** Startups by name in the reader's language (a startup's people: their own), with figures live or as of a date; four statements a page. */
export const listStartups = programQuery({
  operation: startupOperations.listStartups,
  input: listStartupsInput,
  may: canReadStartups,
  run: async (
    tx,
    scope,
    { q, sector, archived, asOf, knownOn, cursor, limit = 100 },
  ): Promise<StartupPage> => {
    const order = {
      keys: [nameOrder(scope.viewer.locale, Prisma.sql`s.name`, Prisma.sql`s.name_en`)],
      id: Prisma.sql`s.id`,
    };
    const after = readPlace(cursor, order);
    const where = Prisma.join(
      [
        Prisma.sql`s.program_id = ${scope.programId}::uuid`,
        Prisma.sql`(${scope.startupId}::uuid is null or s.id = ${scope.startupId}::uuid)`,
        archived === 'only' ? Prisma.sql`s.archived_at is not null` : Prisma.sql`s.archived_at is null`,
        ...(q ? [Prisma.sql`s.search_text like ${`%${searchKey(q)}%`}`] : []),
        ...(sector ? [Prisma.sql`s.sector = any(${sector})`] : []),
      ],
      ' and ',
    );
    const counted = await tx.$queryRaw<{ total: number }[]>`
      select count(*)::int as total from startup s where ${where}`;
    const beyond = after ? Prisma.sql`and ${behind(order, after)}` : Prisma.empty;
    const rows = await tx.$queryRaw<Row[]>`
      select s.id, s.name, s.name_en as "nameEn", s.sector, s.website, s.archived_at as "archivedAt", s.version,
        ${keyText(order)} as key
      from startup s where ${where} ${beyond} order by ${orderBy(order)} limit ${limit + 1}`;
    const page = rows.slice(0, limit);
    const clocks = clocksOf(scope.program, new Date(), asOf, knownOn);
    const ids = page.map(({ id }) => id);
    const figures = canSeeStartupFigures(scope)
      ? await figuresOf(tx, scope, 'startup', ids, clocks)
      : new Map<string, PartyFigures>();
    const last = page.at(-1);
    return {
      items: page.map(({ key: _, archivedAt, ...row }) => ({
        ...row,
        archivedAt: archivedAt?.toISOString() ?? null,
        figures: figures.get(row.id) ?? null,
      })),
      total: counted[0]?.total ?? 0,
      nextCursor: rows.length > limit && last ? writeCursor(last) : null,
    };
  },
});
