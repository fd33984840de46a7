import { dayText } from '@/lib/core/dates';
import type { Locale, Say } from '@/lib/core/locale';
import type { ProgramScope } from '@/lib/core/scope';
import { nameIn } from '@/lib/core/shown-name';
import { canSeeFunnel } from '@/lib/funnel/policy';
import { getFunnel } from '@/lib/funnel/queries/funnel';
import { readFigureRows } from '@/lib/funnel/queries/rows';
import { ask } from '@/lib/funnel/queries/statements';
import { totalsOfRows } from '@/lib/funnel/rules/rows';
import { figureTitle } from '@/lib/funnel/rules/words';
import type { RateOn } from '@/lib/funnel/schema/figures';
import { canReadPairs } from '@/lib/pair/policy';
import { listPairFacets } from '@/lib/pair/queries/facets';
import { readAllPairs } from '@/lib/pair/queries/list';
import type { PairFacets } from '@/lib/pair/schema/figures';
import type { Tx } from '@/lib/platform/database';
import { programQuestion } from '@/lib/platform/query';
import { sayIn } from '@/lib/platform/say';
import { clocksOf } from '@/lib/program/rules';
import { transferOperations } from '../operations';
import { fileName } from '../rules/book';
import { funnelTables } from '../rules/funnel-tables';
import { type Filter, filterWords, labelOf, namesSomebody } from '../rules/label';
import { figureTable, pairTable } from '../rules/row-tables';
import { type Book, book, exportFunnelInput, exportPairsInput, exportRowsInput } from '../schema';

/** All figures of the funnel as tables with their label: stages, conversions, losses, rungs, sums, who holds how much. */
export const exportFunnel = programQuestion({
  operation: transferOperations.exportFunnel,
  input: exportFunnelInput,
  output: book,
  may: canSeeFunnel,
  isWide: true,
  read: async (tx, scope, { lang: _, ...input }) => ({
    funnel: await getFunnel.within(tx, scope, input),
    facets: await facetsOf(tx, scope, input),
  }),
  reckon: async ({ funnel, facets }, scope, { lang: asked, ...filter }) => {
    const locale = asked ?? scope.viewer.locale;
    const say = sayIn(locale);
    const rates = funnel.sums.flatMap((sum) => sum.rates);
    return bound(scope, {
      ...{ locale, say, filter, facets, clocks: funnel, what: 'funnel' },
      title: funnel.period
        ? say('transfer.period', {
            from: dayText(funnel.period.from, locale),
            to: dayText(funnel.asOf, locale),
          })
        : say('funnel.title'),
      rates: [...new Map(rates.map((rate) => [rate.base, rate])).values()],
      tables: funnelTables(funnel, say, locale),
    });
  },
});

/** The rows of one figure, each with the entry that puts it in. */
export const exportRows = programQuestion({
  operation: transferOperations.exportRows,
  input: exportRowsInput,
  output: book,
  may: canSeeFunnel,
  isWide: true,
  read: async (tx, scope, { lang: _, figure, from, asOf, knownOn, ...filter }) => {
    const asked = await ask(tx, scope, { asOf, knownOn, ...filter });
    const found = await readFigureRows(asked, figure, from);
    return { found, clocks: asked.clocks, filter, facets: await facetsOf(tx, scope, filter) };
  },
  reckon: async ({ found, ...of }, scope, { lang: asked, figure }) => {
    const locale = asked ?? scope.viewer.locale;
    const say = sayIn(locale);
    const counted = { pairs: found.rows.length, totals: totalsOfRows(found.rows) };
    return bound(scope, {
      ...{ ...of, locale, say, what: found.figure },
      title: figureTitle(figure, found, counted, say, locale),
      rates: [],
      tables: [figureTable(say('transfer.table.rows'), found.rows, say, locale)],
    });
  },
});

/** The pipeline's list as its address says: the same pairs, in the same order. */
export const exportPairs = programQuestion({
  operation: transferOperations.exportPairs,
  input: exportPairsInput,
  output: book,
  may: canReadPairs,
  isWide: true,
  read: async (tx, scope, { lang: _, ...filter }) => ({
    pairs: await readAllPairs(tx, scope, filter),
    clocks: clocksOf(scope.program, new Date(), filter.asOf, filter.knownOn),
    facets: await facetsOf(tx, scope, filter),
  }),
  reckon: async ({ pairs, ...of }, scope, { lang: asked, ...filter }) => {
    const locale = asked ?? scope.viewer.locale;
    const say = sayIn(locale);
    return bound(scope, {
      ...{ ...of, locale, say, what: 'pairs', rates: [] },
      filter: { ...filter, q: wordOf(scope, filter.q, pairs.length > 0, say) },
      title: say('transfer.pairs', { count: pairs.length }),
      tables: [pairTable(say('transfer.table.pairs'), pairs, say, locale)],
    });
  },
});

/** Names for what a filter says by id; null where it names nobody. */
async function facetsOf(tx: Tx, scope: ProgramScope, filter: Filter): Promise<PairFacets | null> {
  return namesSomebody(filter) ? listPairFacets.within(tx, scope, {}) : null;
}

/** What was searched for; a startup reads no word that finds nothing among its own pairs. */
function wordOf(scope: ProgramScope, q: string | undefined, found: boolean, say: Say): string | undefined {
  return q && scope.startupId && !found ? say('transfer.nothingFound') : q;
}

type Bound = {
  locale: Locale;
  say: Say;
  title: string;
  /** In the file's name. */
  what: string;
  clocks: { asOf: string; knownOn: string | null; timeZone: string };
  filter: Filter;
  facets: PairFacets | null;
  rates: readonly RateOn[];
  tables: Book['tables'];
};

/** Tables with the label that they must not go without. */
function bound(scope: ProgramScope, of: Bound): Book {
  const { locale, say, title, what, clocks, filter, facets, rates, tables } = of;
  const { asOf, knownOn, timeZone } = clocks;
  const words = filterWords(filter, facets, say, locale);
  return {
    file: fileName(scope.program.slug, what, asOf),
    fileTitle: [nameIn(scope.program, locale), title, asOf].join('_'),
    timeZone,
    label: labelOf(
      { scope, figure: title, asOf, knownOn, timeZone, filter: words, rates, now: new Date() },
      say,
      locale,
    ),
    tables,
  };
}
