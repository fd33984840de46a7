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
import { programQuestion } from '@/lib/platform/query';
import { sayIn } from '@/lib/platform/say';
import { transferOperations } from '../operations';
import { fileName } from '../rules/book';
import { wholeTable } from '../rules/columns/column';
import { figureColumns } from '../rules/columns/pair';
import { funnelTables } from '../rules/funnel-tables';
import { type Filter, filterWords, idsIn, labelOf, type NamesById } from '../rules/label';
import { type Book, book, exportFunnelInput, exportRowsInput } from '../schema';
import { readNames } from './names';

/** All figures of the funnel as tables with their label: stages, conversions, losses, rungs, sums, who holds how much. */
export const exportFunnel = programQuestion({
  operation: transferOperations.exportFunnel,
  input: exportFunnelInput,
  output: book,
  may: canSeeFunnel,
  isWide: true,
  read: async (tx, scope, { lang, ...input }) => ({
    funnel: await getFunnel.within(tx, scope, input),
    names: await readNames(tx, scope, idsIn(input), lang ?? scope.viewer.locale),
  }),
  reckon: async ({ funnel, names }, scope, { lang: asked, from: _, ...filter }) => {
    const locale = asked ?? scope.viewer.locale;
    const say = sayIn(locale);
    const rates = funnel.sums.flatMap((sum) => sum.rates);
    return bound(scope, {
      ...{ locale, say, filter, names, clocks: funnel, what: 'funnel' },
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
  read: async (tx, scope, { lang, figure, from, asOf, knownOn, ...filter }) => {
    const asked = await ask(tx, scope, { asOf, knownOn, ...filter });
    const found = await readFigureRows(asked, figure, from);
    const names = await readNames(tx, scope, idsIn(filter), lang ?? scope.viewer.locale);
    return { found, clocks: asked.clocks, filter, names };
  },
  reckon: async ({ found, ...of }, scope, { lang: asked, figure }) => {
    const locale = asked ?? scope.viewer.locale;
    const say = sayIn(locale);
    const counted = { pairs: found.rows.length, totals: totalsOfRows(found.rows) };
    return bound(scope, {
      ...{ ...of, locale, say, what: found.figure },
      title: figureTitle(figure, found, counted, say, locale),
      rates: [],
      tables: [wholeTable(say('transfer.table.rows'), figureColumns({ say, locale }), found.rows, say)],
    });
  },
});

type Bound = {
  locale: Locale;
  say: Say;
  title: string;
  /** In the file's name. */
  what: string;
  clocks: { asOf: string; knownOn: string | null; timeZone: string };
  filter: Filter;
  names: NamesById;
  rates: readonly RateOn[];
  tables: Book['tables'];
};

/** Tables with the label that they must not go without. */
function bound(scope: ProgramScope, of: Bound): Book {
  const { locale, say, title, what, clocks, filter, names, rates, tables } = of;
  const { asOf, knownOn, timeZone } = clocks;
  const words = filterWords(filter, names, say, locale);
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
