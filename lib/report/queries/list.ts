import { noInput } from '@/lib/core/fields';
import { programQuery } from '@/lib/platform/query';
import { expectManyRows } from '@/lib/platform/wide-read';
import { Prisma } from '@/prisma/client/client';
import { reportOperations } from '../operations';
import { canSeeReports } from '../policy';
import type { ListedReport } from '../rules/frozen';
import { countedChanges } from './counted-changes';
import { ratesSince } from './entries';

type Row = Omit<ListedReport, 'knownAt' | 'publishedAt' | 'by'> & {
  knownAt: Date;
  publishedAt: Date;
  byId: string | null;
  byName: string | null;
  byNameEn: string | null;
};

/** All reports of the program, the newest first, each with how much was recorded since about days up to its date. */
export const listReports = programQuery({
  operation: reportOperations.listReports,
  input: noInput,
  may: canSeeReports,
  isWide: true,
  run: async (tx, scope): Promise<{ items: ListedReport[] }> => {
    await expectManyRows(tx);
    const since = { known: Prisma.sql`published.known_at`, on: Prisma.sql`published.as_of` };
    const rows = await tx.$queryRaw<Row[]>`
      select published.number, published.as_of::text as "asOf", published.known_at as "knownAt", published.figures ->> 'sum' as sum,
        published.sentence_ko as "sentenceKo", published.sentence_en as "sentenceEn", published.note, published.published_at as "publishedAt",
        b.id as "byId", b.name as "byName", b.name_en as "byNameEn", published.means::text as means,
        (changed.entries + (select count(*) from ${ratesSince(scope, since)} f))::int as changes
      from report published
      join ${countedChanges(scope)} changed on changed.report_id = published.id
      left join person b on b.id = published.by_id
      where published.program_id = ${scope.programId}::uuid
      order by published.number desc`;
    const items = rows.map(({ byId, byName, byNameEn, knownAt, publishedAt, ...row }) => ({
      ...row,
      knownAt: knownAt.toISOString(),
      publishedAt: publishedAt.toISOString(),
      by: byId && byName !== null ? { id: byId, name: byName, nameEn: byNameEn ?? '' } : null,
    }));
    return { items };
  },
});
