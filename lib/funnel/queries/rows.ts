import { wireMinor } from '@/lib/pair/queries/select';
import type { STATUSES } from '@/lib/pair/rules/stages';
import { programQuery } from '@/lib/platform/query';
import { funnelOperations } from '../operations';
import { canSeeFunnel } from '../policy';
import { type FigureName, needsPeriod, writeFigure } from '../rules/figure';
import { listFigureRowsInput } from '../schema';
import { type FigureRow, type FigureRows, figureRows } from '../schema/sources';
import { type RawRow, selectRows } from './row-statement';
import { type Asked, ask, namedClocks } from './statements';

/** Narrowing beyond the funnel's own filter. */
type RowsOfFigure = {
  from?: string | undefined;
  status?: readonly (typeof STATUSES)[number][] | undefined;
};

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
  run: async (tx, scope, { figure, from, status, ...input }) =>
    readFigureRows(await ask(tx, scope, input), figure, { from, status }),
});

/** The rows of any two clocks; for reads that have authorized already. One statement, however many pairs; two of ageing ones. */
export async function readFigureRows(
  asked: Asked,
  figure: FigureName,
  { from, status }: RowsOfFigure,
): Promise<FigureRows> {
  const rows = await selectRows(asked, figure, from ?? null);
  return {
    figure: writeFigure(figure),
    ...namedClocks(asked),
    from: needsPeriod(figure) ? (from ?? null) : null,
    rows: rows.filter((row) => !status || status.includes(row.status)).map(toRow),
  };
}

function toRow(row: RawRow): FigureRow {
  const { startupId, startupName, startupNameEn, investorId, investorName } = row;
  return {
    pair: row.pair,
    startup: { id: startupId, name: startupName, nameEn: startupNameEn },
    investor: { id: investorId, name: investorName },
    stage: row.stage,
    status: row.status,
    why: row.why,
    entry: row.entry,
    effectiveAt: row.effectiveAt?.toISOString() ?? null,
    effectiveOn: row.effectiveOn,
    recordedAt: row.recordedAt.toISOString(),
    by:
      row.byId && row.byName !== null ? { id: row.byId, name: row.byName, nameEn: row.byNameEn ?? '' } : null,
    means: row.means,
    reason: row.reason,
    amount:
      row.minor !== null && row.currency ? { minor: wireMinor(row.minor), currency: row.currency } : null,
  };
}
