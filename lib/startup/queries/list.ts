import { searchKey } from '@/lib/core/hangul';
import { readCursor, writeCursor } from '@/lib/platform/cursor';
import { programQuery } from '@/lib/platform/query';
import { figuresOf, type PartyFigures } from '@/lib/program/queries/figures';
import { clocksOf } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
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

/** Startups by name (a startup's people: their own), with figures live or as of a date; four statements a page. */
export const listStartups = programQuery({
  name: 'startup.list',
  input: listStartupsInput,
  may: canReadStartups,
  run: async (
    tx,
    scope,
    { q, sector, archived, asOf, knownOn, cursor, limit = 100 },
  ): Promise<StartupPage> => {
    const after = readCursor(cursor);
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
    const key = Prisma.sql`lower(s.name) collate "C"`;
    const beyond = after ? Prisma.sql`and (${key}, s.id) > (${after.key}, ${after.id}::uuid)` : Prisma.empty;
    const rows = await tx.$queryRaw<Row[]>`
      select s.id, s.name, s.name_en as "nameEn", s.sector, s.website, s.archived_at as "archivedAt", s.version,
        lower(s.name) as key
      from startup s where ${where} ${beyond} order by ${key}, s.id limit ${limit + 1}`;
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
