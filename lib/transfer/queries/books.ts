import { z } from 'zod';
import { dayText } from '@/lib/core/dates';
import { LOCALES } from '@/lib/core/locale';
import type { Locale, ProgramScope } from '@/lib/core/scope';
import { nameIn } from '@/lib/core/shown-name';
import { canSeeFunnel } from '@/lib/funnel/policy';
import { getFunnel } from '@/lib/funnel/queries/funnel';
import { listFigureRowsInput, readFigureRows } from '@/lib/funnel/queries/rows';
import type { RateOn } from '@/lib/funnel/rules/money';
import { totalsOfRows } from '@/lib/funnel/rules/rows';
import { figureTitle, type Say } from '@/lib/funnel/rules/words';
import { getFunnelOfPeriodInput } from '@/lib/funnel/schema';
import { canReadPairs } from '@/lib/pair/policy';
import { listPairFacets } from '@/lib/pair/queries/facets';
import { listPairs, listPairsInput } from '@/lib/pair/queries/list';
import type { PairItem } from '@/lib/pair/rules/item';
import type { Tx } from '@/lib/platform/database';
import { programQuery } from '@/lib/platform/query';
import { sayIn } from '@/lib/platform/say';
import { clocksOf } from '@/lib/program/rules';
import { type Book, fileName } from '../rules/book';
import { type Filter, filterWords, namesSomebody } from '../rules/filter-words';
import { funnelTables } from '../rules/funnel-tables';
import { labelOf } from '../rules/label';
import { figureTable, pairTable } from '../rules/row-tables';

/** The language of the words; the reader's own without it. */
const lang = z.enum(LOCALES).optional();

/** All figures of the funnel as tables with their label: stages, conversions, losses, rungs, sums, who holds how much. */
export const exportFunnel = programQuery({
  name: 'transfer.funnel',
  input: getFunnelOfPeriodInput.extend({ lang }),
  may: canSeeFunnel,
  run: async (tx, scope, { lang: asked, ...input }): Promise<Book> => {
    const locale = asked ?? scope.viewer.locale;
    const say = sayIn(locale);
    const funnel = await getFunnel.within(tx, scope, input);
    const rates = funnel.sums.flatMap((sum) => sum.rates);
    return bound(tx, scope, {
      ...{ locale, say, filter: input, clocks: funnel, what: 'funnel' },
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
export const exportRows = programQuery({
  name: 'transfer.rows',
  input: listFigureRowsInput.safeExtend({ lang }),
  may: canSeeFunnel,
  run: async (tx, scope, { lang: asked, figure, from, status, asOf, knownOn, ...filter }): Promise<Book> => {
    const locale = asked ?? scope.viewer.locale;
    const say = sayIn(locale);
    const clocks = clocksOf(scope.program, new Date(), asOf, knownOn);
    const found = await readFigureRows({ tx, scope, clocks, filter }, figure, { from, status });
    const counted = { pairs: found.rows.length, totals: totalsOfRows(found.rows) };
    const title = figureTitle(figure, found, counted, say, locale);
    return bound(tx, scope, {
      ...{ locale, say, clocks, title, what: found.figure },
      filter: { ...filter, status },
      rates: [],
      tables: [figureTable(say('transfer.table.rows'), found.rows, say, locale)],
    });
  },
});

/** The pipeline's list as its address says: the same pairs, in the same order. */
export const exportPairs = programQuery({
  name: 'transfer.pairs',
  input: listPairsInput.omit({ limit: true, cursor: true }).extend({ lang }),
  may: canReadPairs,
  run: async (tx, scope, { lang: asked, ...input }): Promise<Book> => {
    const locale = asked ?? scope.viewer.locale;
    const say = sayIn(locale);
    const pairs = await allPairs(tx, scope, input);
    return bound(tx, scope, {
      ...{ locale, say, what: 'pairs', rates: [] },
      filter: { ...input, q: wordOf(scope, input.q, pairs.length > 0, say) },
      title: say('transfer.pairs', { count: pairs.length }),
      clocks: clocksOf(scope.program, new Date(), input.asOf, input.knownOn),
      tables: [pairTable(say('transfer.table.pairs'), pairs, say, locale)],
    });
  },
});

/** What was searched for; a startup is told no word that finds nothing among its own pairs. */
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
  rates: readonly RateOn[];
  tables: Book['tables'];
};

/** Tables with the label that they must not go without. */
async function bound(tx: Tx, scope: ProgramScope, of: Bound): Promise<Book> {
  const { locale, say, title, what, clocks, filter, rates, tables } = of;
  const { asOf, knownOn, timeZone } = clocks;
  const facets = namesSomebody(filter) ? await listPairFacets.within(tx, scope, {}) : null;
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

/** Page after page, so that no list is cut off at the size of a page. */
async function allPairs(
  tx: Tx,
  scope: ProgramScope,
  input: Parameters<typeof listPairs>[1],
): Promise<PairItem[]> {
  const all: PairItem[] = [];
  let cursor: string | null = null;
  do {
    const page = await listPairs.within(tx, scope, { ...input, limit: 1000, ...(cursor && { cursor }) });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return all;
}
