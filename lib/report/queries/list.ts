import { noInput } from '@/lib/core/fields';
import type { ProgramScope } from '@/lib/core/scope';
import { MOST_BESIDE } from '@/lib/core/shapes';
import { cohort } from '@/lib/funnel/queries/statements';
import type { Tx } from '@/lib/platform/database';
import { isoColumn, namedPersonColumn } from '@/lib/platform/json-columns';
import { programQuery } from '@/lib/platform/query';
import { expectManyRows } from '@/lib/platform/wide-read';
import { type Clocks, clocksKnownAt, dayOfColumn } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import { reportOperations } from '../operations';
import { canSeeReports } from '../policy';
import { changedReports, findChangedReportInput, type ListedReport, listedReports } from '../schema';
import { countedChanges } from './counted-changes';
import { entriesSince, ratesSince, sinceOf } from './entries';

/** What bounds "since" for the report of the row. */
const SINCE = { known: Prisma.sql`published.known_at`, on: Prisma.sql`published.as_of` };

/** Reports of the program, the newest 500 first, each with how much was recorded since about days up to its date. */
export const listReports = programQuery({
  operation: reportOperations.listReports,
  input: noInput,
  output: listedReports,
  may: canSeeReports,
  isWide: true,
  run: async (tx, scope) => {
    await expectManyRows(tx);
    const items = await tx.$queryRaw<ListedReport[]>`
      select published.number, published.as_of::text as "asOf", ${isoColumn(Prisma.sql`published.known_at`)} as "knownAt",
        published.figures ->> 'sum' as sum, published.sentence_ko as "sentenceKo", published.sentence_en as "sentenceEn",
        published.note, ${isoColumn(Prisma.sql`published.published_at`)} as "publishedAt",
        ${namedPersonColumn(Prisma.sql`b`)} as by, published.means::text as means,
        (changed.entries + (select count(*) from ${ratesSince(scope, SINCE)} f))::int as changes
      from report published
      join ${countedChanges(scope)} changed on changed.report_id = published.id
      left join person b on b.id = published.by_id
      where published.program_id = ${scope.programId}::uuid
      order by published.number desc limit ${MOST_BESIDE}`;
    return { items };
  },
});

/**
 * The report whose figures have changed since: the one about the day asked for, else the latest; null without any. Reports
 * are counted one after the other, up to the first that has changed.
 */
export const findChangedReport = programQuery({
  operation: reportOperations.findChangedReport,
  input: findChangedReportInput,
  output: changedReports,
  may: canSeeReports,
  isWide: true,
  run: async (tx, scope, { asOf }) => {
    await expectManyRows(tx);
    const reports = await tx.report.findMany({
      where: { programId: scope.programId },
      select: { number: true, asOf: true, knownAt: true },
      orderBy: { number: 'desc' },
    });
    const isAsked = (report: { asOf: Date }) => dayOfColumn(report.asOf) === asOf;
    for (const { number, ...clocks } of [...reports.filter(isAsked), ...reports.filter((r) => !isAsked(r))]) {
      const day = dayOfColumn(clocks.asOf);
      const changes = await countChanges(tx, scope, clocksKnownAt(scope.program, day, clocks.knownAt));
      if (changes > 0) return { report: { number, asOf: day, changes } };
    }
    return { report: null };
  },
});

async function countChanges(tx: Tx, scope: ProgramScope, then: Clocks): Promise<number> {
  const since = sinceOf(then);
  const [row] = await tx.$queryRaw<{ changes: number }[]>`
    select ((select count(*) from ${entriesSince(scope, since)} x join ${cohort({ scope, kept: null })} c on c.id = x.pair_id)
      + (select count(*) from ${ratesSince(scope, since)} f))::int as changes`;
  return row?.changes ?? 0;
}
