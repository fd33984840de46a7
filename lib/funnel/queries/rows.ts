import type { Day } from '@/lib/core/days';
import { pageOf } from '@/lib/platform/cursor';
import { programQuery } from '@/lib/platform/query';
import { funnelOperations } from '../operations';
import { canSeeFunnel } from '../policy';
import { type FigureName, needsPeriod, writeFigure } from '../rules/figure';
import { listFigureRowsInput } from '../schema';
import { type FigureRows, figureRows } from '../schema/sources';
import { selectRows } from './row-statement';
import { type Asked, ask, namedClocks } from './statements';

/**
 * The pairs that a figure counts, one row each, with the entry that puts it in: what happened, when, when it was written
 * down, by whom and why. As many rows as the figure says; their money adds up to its totals per currency.
 */
export const listFigureRows = programQuery({
  operation: funnelOperations.listFigureRows,
  input: listFigureRowsInput,
  output: figureRows,
  may: canSeeFunnel,
  isWide: true,
  run: async (tx, scope, { figure, from, limit, cursor, ...input }) => {
    const { rows, ...of } = await readFigureRows(await ask(tx, scope, input), figure, from);
    const { items, nextCursor } = pageOf(rows, { limit, cursor }, ({ entry }) => entry);
    return { ...of, rows: items, nextCursor };
  },
});

/** The rows of any two clocks; for reads that have authorized already. One statement, however many pairs; three of ageing ones. */
export async function readFigureRows(
  asked: Asked,
  figure: FigureName,
  from?: Day,
): Promise<Omit<FigureRows, 'nextCursor'>> {
  return {
    figure: writeFigure(figure),
    ...namedClocks(asked),
    from: needsPeriod(figure) ? (from ?? null) : null,
    rows: await selectRows(asked, figure, from ?? null),
  };
}
