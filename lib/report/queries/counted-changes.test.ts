import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { cohort } from '@/lib/funnel/queries/statements';
import { getTimeInStage } from '@/lib/funnel/queries/time-in-stage';
import { asViewer } from '@/lib/platform/database';
import { Prisma } from '@/prisma/client/client';
import { recordStatements } from '@/scripts/bench/record';
import { writeCrowd } from '@/scripts/test/funnel/crowd';
import { endOf, history, instantOf, someDay } from '@/scripts/test/funnel/history';
import { logOf } from '@/scripts/test/funnel/log';
import { scopeIn, writeProgram } from '@/scripts/test/funnel/write';
import { ownDatabase } from '@/scripts/test/own-database';
import { workOf } from '@/scripts/test/plan-work';
import { entriesSince, ratesSince } from './entries';
import { findChangedReport, listReports } from './list';

const database = ownDatabase();

type Told = { asOf: string; knownAt: Date };

async function publish(programId: string, reports: readonly Told[]): Promise<void> {
  for (const [at, { asOf, knownAt }] of reports.entries()) {
    await database.owner.query(
      `insert into report (program_id, id, number, as_of, known_at, figures, sentence_ko, sentence_en, published_at, means)
       values ($1, gen_random_uuid(), $2, $3, $4, '{"sum": "discussed"}', '', '', now(), 'import')`,
      [programId, at + 1, asOf, knownAt],
    );
  }
}

/** One report's entries, row by row: what its own page lists. */
function rowsOf(scope: ProgramScope, { asOf, knownAt }: Told): Promise<number> {
  const since = {
    known: Prisma.sql`${knownAt}::timestamptz`,
    before: Prisma.sql`((${asOf}::date + 1)::timestamp at time zone ${scope.program.homeZone})`,
    on: Prisma.sql`${asOf}::date`,
  };
  return asViewer(scope, async (tx) => {
    const [row] = await tx.$queryRaw<{ rows: number }[]>`
      select ((select count(*) from ${entriesSince(scope, since)} x join ${cohort({ scope, kept: null })} c on c.id = x.pair_id)
        + (select count(*) from ${ratesSince(scope, since)} f))::int as rows`;
    return row?.rows ?? 0;
  });
}

describe('the list of reports, and the one that has changed', () => {
  test('7.9 7.35 counts for each report exactly the rows that it opens, and finds the one to name, whatever happened', async () => {
    const instants = fc.record({ day: fc.nat(20), ms: fc.constantFrom(0, 1, 43_200_000, 86_399_999) });
    const reports = fc.array(fc.record({ asOf: someDay, known: fc.oneof(instants, someDay) }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(history, reports, async (story, asked) => {
        const programId = await writeProgram(database.owner, story.zone, logOf(story));
        const scope = scopeIn(programId, story.zone);
        const told = asked.map(({ asOf, known }) => ({
          asOf,
          knownAt: new Date(
            typeof known === 'string' ? endOf(known, story.zone) : instantOf(known, story.zone),
          ),
        }));
        await publish(programId, told);
        const { items } = await listReports(scope, {});
        const rows = [];
        for (const each of told) rows.unshift(await rowsOf(scope, each));
        expect(items.map(({ changes }) => changes)).toEqual(rows);
        const changed = items.filter(({ changes }) => changes > 0);
        for (const asOf of [undefined, ...told.map((each) => each.asOf)]) {
          const first = changed.find((each) => each.asOf === asOf) ?? changed[0];
          const found = first ? { number: first.number, asOf: first.asOf, changes: first.changes } : null;
          expect(await findChangedReport(scope, { asOf })).toEqual({ report: found });
        }
      }),
      { numRuns: 40 },
    );
  });

  test('7.9 a program four times as large costs four times the work, for reports and for times in stages', async () => {
    const crowds = [
      await writeCrowd(database.owner, { startups: 20, investors: 30, reports: 5 }),
      await writeCrowd(database.owner, { startups: 40, investors: 60, reports: 5 }),
    ].map((programId) => scopeIn(programId, 'Asia/Seoul'));
    await database.owner.query('analyze');
    for (const ask of [
      (scope: ProgramScope) => listReports(scope, {}),
      (scope: ProgramScope) => findChangedReport(scope, {}),
      (scope: ProgramScope) => getTimeInStage(scope, {}),
    ]) {
      const work: number[] = [];
      for (const scope of crowds) {
        work.push(await workOf(database.appUrl, await recordStatements(() => ask(scope))));
      }
      const [small = 0, large = 0] = work;
      expect(small).toBeGreaterThan(600);
      expect(large / small).toBeLessThan(6);
    }
  });
});
