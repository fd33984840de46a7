import { parseDay } from '@/lib/core/days';
import { AppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import { readFunnel } from '@/lib/funnel/queries/funnel';
import { askBy, cohort, PARTIES } from '@/lib/funnel/queries/statements';
import type { Funnel } from '@/lib/funnel/schema/figures';
import type { Happening } from '@/lib/pair/schema/history';
import { pageOf } from '@/lib/platform/cursor';
import type { Tx } from '@/lib/platform/database';
import { isoColumn, personNameColumn } from '@/lib/platform/json-columns';
import { programQuery } from '@/lib/platform/query';
import { type Clocks, clocksKnownAt } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import { reportOperations } from '../operations';
import { canSeeReports } from '../policy';
import { differencesOf, partyChanges } from '../rules/differences';
import { movedFigures } from '../rules/standings';
import { type ChangeRow, type RateRow, reportChanges, reportChangesInput } from '../schema';
import { entriesSince, ratesSince, sinceOf } from './entries';
import { selectReport } from './select';
import { partiesOf, readStandings } from './standings';

/** The proof of a report and what was recorded since about days up to its date. Throws not_found. */
export const getReportChanges = programQuery({
  operation: reportOperations.getReportChanges,
  input: reportChangesInput,
  output: reportChanges,
  may: canSeeReports,
  isWide: true,
  run: async (tx, scope, { number, ...page }) => {
    const report = await selectReport(tx, scope, number);
    const asOf = report && parseDay(report.asOf);
    if (!report || !asOf) throw new AppError('not_found', 'report');
    const { figures } = report;
    const then = clocksKnownAt(scope.program, asOf, new Date(report.knownAt));
    const now: Clocks = { ...then, knownOn: null, knownBefore: null };
    const again = await askBy(tx, scope, then);
    const counted = await readFunnel(again);
    const live = await readFunnel({ ...again, clocks: now });
    const entries = await readEntries(tx, scope, then);
    const pairIds = [...new Set(entries.map(({ pairId }) => pairId))];
    const before = new Map((await readStandings(again)).map((each) => [each.pairId, each]));
    const after = await readStandings({ ...again, clocks: now }, pairIds);
    const moved = new Map(
      after.map((each) => {
        const was = before.get(each.pairId);
        return [each.pairId, was ? movedFigures(was, each) : []];
      }),
    );
    const { items, nextCursor } = pageOf(entries, page, ({ id }) => id);
    return {
      number,
      recount: {
        differences: differencesOf(figures.funnel, counted),
        parties: partyChanges(figures.parties, partiesOf([...before.values()]), scope.viewer.locale),
      },
      isOlderRule: figures.format === 1 && counted.sums.some(({ leftOut }) => (leftOut?.pairs ?? 0) > 0),
      differences: differencesOf(figures.funnel, live),
      rows: items.map((row) => ({
        ...row,
        figures: (moved.get(row.pairId) ?? []).filter((figure) => mayMove(row.happening, figure)),
      })),
      nextCursor,
      rates: (await readRates(tx, scope, then)).map((rate) => ({
        ...rate,
        figures: figuresInCurrency(live, rate.base),
      })),
    };
  },
});

/**
 * Which figures entries of a kind can move: stages where a pair stands, its status that and whether its talk counts,
 * amounts its money, meetings who met.
 */
function mayMove(happening: Happening, figure: string): boolean {
  const of = happening.kind === 'void' ? happening.of : happening.kind;
  if (of === 'meeting') return figure.startsWith('met:');
  if (of === 'amount') return /^(sum|left_out|rung|step):/.test(figure);
  return (
    of === 'stage'
      ? /^(reached|now|on_hold|invested|lost):/
      : /^(now|on_hold|invested|lost|step|sum|left_out|rung):/
  ).test(figure);
}

function figuresInCurrency({ sums, amounts }: Funnel, base: string): string[] {
  const holds = ({ totals }: { totals: { currency: string }[] }) =>
    totals.some(({ currency }) => currency === base);
  return [
    ...sums.filter(holds).map(({ sum }) => `sum:${sum}`),
    ...amounts.filter(holds).map(({ rung }) => `rung:${rung}`),
  ];
}

function readEntries(tx: Tx, scope: ProgramScope, then: Clocks): Promise<Omit<ChangeRow, 'figures'>[]> {
  return tx.$queryRaw<Omit<ChangeRow, 'figures'>[]>`
    select x.id, x.pair_id as "pairId", ${PARTIES}, ${isoColumn(Prisma.sql`x.at`)} as at,
      ${isoColumn(Prisma.sql`x.recorded_at`)} as "recordedAt", ${personNameColumn(Prisma.sql`b`)} as by, x.happening
    from ${entriesSince(scope, sinceOf(then))} x
    join ${cohort({ scope, kept: null })} c on c.id = x.pair_id
    left join person b on b.id = x.by_id
    order by x.recorded_at desc, x.id desc`;
}

function readRates(tx: Tx, scope: ProgramScope, then: Clocks): Promise<Omit<RateRow, 'figures'>[]> {
  return tx.$queryRaw<Omit<RateRow, 'figures'>[]>`
    select f.id, f.base, f.rate, f.on_day::text as on, f.source, ${isoColumn(Prisma.sql`f.recorded_at`)} as "recordedAt",
      ${personNameColumn(Prisma.sql`b`)} as by
    from ${ratesSince(scope, sinceOf(then))} f
    left join person b on b.id = f.by_id
    order by f.base`;
}
