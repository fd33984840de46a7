import type { Locale, Say } from '@/lib/core/locale';
import { nameIn } from '@/lib/core/shown-name';
import type { Funnel, Period, SumFigures, WireTotal } from '@/lib/funnel/schema/figures';
import { STAGES } from '@/lib/pair/rules/stages';
import type { BookCell, BookTable } from '../schema';
import { count, day, major, minor, text } from './book';

/** The funnel's figures as tables: nothing in them is added across rungs or currencies. */
export function funnelTables(
  funnel: Funnel & { period: Period | null },
  say: Say,
  locale: Locale,
): BookTable[] {
  const table = (name: string, columns: readonly string[], rows: BookCell[][]): BookTable => ({
    title: say(`transfer.table.${name}`),
    columns: columns.map((column) => say(`transfer.column.${column}`)),
    rows,
  });
  const place = (name: string) =>
    STAGES.some((stage) => stage === name) ? say(`pair.stage.${name}`) : say(`transfer.step.${name}`);
  return [
    table(
      'stages',
      ['stage', 'reached', 'met', 'now', 'lost', 'onHold', 'invested'],
      [
        ...funnel.stages.map(({ stage, reached, met, now, lost, onHold, invested }) => [
          text(place(stage)),
          count(reached),
          stage === 'candidate' ? null : count(met),
          ...[now, lost, onHold, invested].map(count),
        ]),
        ...funnel.steps.map(({ step, pairs }) => [text(place(step)), count(pairs)]),
      ],
    ),
    table('conversions', ['from', 'to', 'numerator', 'denominator'], conversionRows(funnel, place)),
    table(
      'losses',
      ['stage', 'status', 'reason', 'pairs'],
      funnel.lostBy.map((loss) => [
        text(place(loss.stage)),
        text(say(`pair.status.${loss.status}`)),
        text(say(`pair.reason.${loss.reasonCode ?? 'own_words'}`)),
        count(loss.count),
      ]),
    ),
    table(
      'rungs',
      ['rung', 'pairs', 'startups', 'currency', 'amount', 'minor'],
      funnel.amounts.flatMap(({ rung, pairs, startups, totals }) =>
        moneyRows([text(say(`amount.rung.${rung}`)), count(pairs), count(startups)], totals),
      ),
    ),
    table(
      'sums',
      ['sum', 'pairs', 'startups', 'currency', 'amount', 'minor', 'krw', 'rateDate'],
      funnel.sums.flatMap((figures) => sumRows(figures, say)),
    ),
    table(
      'concentration',
      ['sum', 'startup', 'pairs', 'currency', 'amount', 'minor', 'krw'],
      funnel.sums.flatMap(({ sum, concentration }) =>
        concentration.flatMap(({ startup, pairs, totals, minor: krw }) =>
          moneyRows(
            [text(say(`funnel.sum.${sum}`)), text(nameIn(startup, locale)), count(pairs)],
            totals,
          ).map((row, index) => [...row, index === 0 ? minor(krw) : null]),
        ),
      ),
    ),
    ...(funnel.period
      ? [
          table(
            'period',
            ['stage', 'entered', 'firstMet', 'newlyLost'],
            funnel.period.stages.map(({ stage, entered, met, lost }) => [
              text(place(stage)),
              ...[entered, met, lost].map(count),
            ]),
          ),
        ]
      : []),
    ...leftOutTable(funnel, say, table),
  ];
}

/** What the sums leave out, where they do. */
function leftOutTable(
  { sums }: Funnel,
  say: Say,
  table: (name: string, columns: readonly string[], rows: BookCell[][]) => BookTable,
): BookTable[] {
  const rows = sums.flatMap(({ sum, leftOut }) =>
    leftOut && leftOut.pairs > 0
      ? moneyRows([text(say(`funnel.sum.${sum}`)), count(leftOut.pairs)], leftOut.totals)
      : [],
  );
  return rows.length > 0 ? [table('leftOut', ['sum', 'pairs', 'currency', 'amount', 'minor'], rows)] : [];
}

function conversionRows({ conversions, steps }: Funnel, place: (name: string) => string): BookCell[][] {
  const before = { invested: 'follow_up', follow_on: 'invested' } as const;
  return [
    ...conversions,
    ...steps.map(({ step, numerator, denominator }) => ({
      ...{ from: before[step], to: step },
      ...{ numerator, denominator },
    })),
  ].map(({ from, to, numerator, denominator }) => [
    text(place(from)),
    text(place(to)),
    count(numerator),
    count(denominator),
  ]);
}

/** One line a currency; what stands at its beginning is said on the first of them alone. */
function moneyRows(first: readonly BookCell[], totals: readonly WireTotal[]): BookCell[][] {
  if (totals.length === 0) return [[...first, null, null, null]];
  return totals.map((total, index) => [
    ...first.map((cell, at) => (index === 0 || at === 0 ? cell : null)),
    text(total.currency),
    major(total.minor, total.currency),
    minor(total.minor),
  ]);
}

/** The total in won stands once, beside the first currency; none where a rate is missing or nothing was counted. */
function sumRows({ sum, pairs, startups, totals, krw }: SumFigures, say: Say): BookCell[][] {
  const rows = moneyRows([text(say(`funnel.sum.${sum}`)), count(pairs), count(startups)], totals);
  return rows.map((row, index) => [
    ...row,
    index === 0 && pairs > 0 && krw ? minor(krw.minor) : null,
    index === 0 && pairs > 0 && krw ? day(krw.rateDate) : null,
  ]);
}
