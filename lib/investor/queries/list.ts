import { searchKey } from '@/lib/core/hangul';
import { writeCursor } from '@/lib/platform/cursor';
import { behind, keyText, nameOrder, orderBy, readPlace } from '@/lib/platform/ordering';
import { programQuery } from '@/lib/platform/query';
import { figuresOf, type PartyFigures } from '@/lib/program/queries/figures';
import { clocksOf } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import { investorOperations } from '../operations';
import { canReadInvestors, canSeeInvestorFigures } from '../policy';
import { listInvestorsInput } from '../schema';

/** An investor in a list; `figures` only for those who may see the program's figures. */
export type InvestorItem = {
  id: string;
  name: string;
  city: string;
  focus: string[];
  website: string;
  archivedAt: string | null;
  version: number;
  figures: PartyFigures | null;
};
export type InvestorPage = { items: InvestorItem[]; total: number; nextCursor: string | null };

type Row = Omit<InvestorItem, 'archivedAt' | 'figures'> & { archivedAt: Date | null; key: string };

/** Investors by name in the reader's language, with figures live or as of a date; four statements a page. */
export const listInvestors = programQuery({
  operation: investorOperations.listInvestors,
  input: listInvestorsInput,
  may: canReadInvestors,
  run: async (
    tx,
    scope,
    { q, focus, archived, asOf, knownOn, cursor, limit = 100 },
  ): Promise<InvestorPage> => {
    const order = { keys: [nameOrder(scope.viewer.locale, Prisma.sql`i.name`)], id: Prisma.sql`i.id` };
    const after = readPlace(cursor, order);
    const where = Prisma.join(
      [
        Prisma.sql`i.program_id = ${scope.programId}::uuid`,
        archived === 'only' ? Prisma.sql`i.archived_at is not null` : Prisma.sql`i.archived_at is null`,
        ...(q ? [Prisma.sql`i.search_text like ${`%${searchKey(q)}%`}`] : []),
        ...(focus ? [Prisma.sql`${focus} = any(i.focus)`] : []),
      ],
      ' and ',
    );
    const counted = await tx.$queryRaw<{ total: number }[]>`
      select count(*)::int as total from investor i where ${where}`;
    const beyond = after ? Prisma.sql`and ${behind(order, after)}` : Prisma.empty;
    const rows = await tx.$queryRaw<Row[]>`
      select i.id, i.name, i.city, i.focus, i.website, i.archived_at as "archivedAt", i.version,
        ${keyText(order)} as key
      from investor i where ${where} ${beyond} order by ${orderBy(order)} limit ${limit + 1}`;
    const page = rows.slice(0, limit);
    const clocks = clocksOf(scope.program, new Date(), asOf, knownOn);
    const ids = page.map(({ id }) => id);
    const figures = canSeeInvestorFigures(scope)
      ? await figuresOf(tx, scope, 'investor', ids, clocks)
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
