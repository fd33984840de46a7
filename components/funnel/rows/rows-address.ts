import { createLoader, createParser, createSerializer } from 'nuqs/server';
import { searchOf } from '@/components/pair/filter/address';
import { paramsIn, parseAsDayOrNone, parseAsPage, parseAsSome, type RawQuery } from '@/lib/core/address';
import type { Day } from '@/lib/core/days';
import { type FigureName, needsPeriod, readFigure, writeFigure } from '@/lib/funnel/rules/figure';
import { moneyRungs } from '@/lib/funnel/rules/rows';
import { isRowSort, type RowSort } from '@/lib/funnel/rules/sort-rows';
import { NO_OWNER } from '@/lib/funnel/schema';
import { type PairStatus, STATUSES } from '@/lib/pair/rules/stages';
import type { FunnelAddress } from '../address';

/** What the address of the rows says beyond the funnel's own. */
export type RowsAddress = {
  figure: FigureName;
  /** The first day of a period that ends with `asOf`; only for what came about in one. */
  from: Day | '';
  status: readonly PairStatus[];
  sort: RowSort | '';
  page: number;
};

const parsers = {
  figure: createParser({ parse: readFigure, serialize: writeFigure }),
  from: parseAsDayOrNone,
  status: parseAsSome(STATUSES),
  sort: createParser<RowSort | ''>({
    parse: (text) => (isRowSort(text) ? text : null),
    serialize: String,
  }).withDefault(''),
  page: parseAsPage,
};
const load = createLoader(parsers);
const serialize = createSerializer(parsers);

/** Null where the address names no figure, or a period without its beginning. */
export function readRowsAddress(query: RawQuery): RowsAddress | null {
  const { figure, from, ...rest } = load(query);
  if (!figure || (needsPeriod(figure) && !from)) return null;
  return { ...rest, figure, from: needsPeriod(figure) ? from : '' };
}

/** Below the funnel's own address. */
export const ROWS_PATH = '/rows';

/** As parameters beside the funnel's own. */
export function rowsParams(address: RowsAddress): Record<string, string> {
  return paramsIn(serialize(address));
}

/** The same pairs in the pipeline's table; null for what the pipeline has no filter for. */
export function pipelineHref(
  slug: string,
  { figure, status }: Pick<RowsAddress, 'figure' | 'status'>,
  { asOf, knownOn, sector, startup, investor, owner }: FunnelAddress & { knownOn: Day | '' },
): string | null {
  const filter = pipelineFilter(figure);
  if (!filter || owner.includes(NO_OWNER)) return null;
  const same = { view: 'table' as const, asOf, knownOn, sector, startup, investor, owner };
  const narrowed = status.length > 0 ? { status } : {};
  return `/programs/${slug}/pairs${searchOf({ ...same, ...filter, ...narrowed })}`;
}

type PipelineFilter = Parameters<typeof searchOf>[0];

function pipelineFilter(figure: FigureName): PipelineFilter | null {
  switch (figure.kind) {
    case 'reached':
      return { reached: figure.stage };
    case 'met':
      return { met: figure.stage };
    case 'now':
      return { stage: [figure.stage], status: ['open'] };
    case 'on_hold':
    case 'invested':
      return { stage: [figure.stage], status: [figure.kind] };
    case 'staying':
      return { stage: [figure.stage], status: ['open', 'on_hold'] };
    case 'lost': {
      const { stage, status, reason } = figure;
      const sides: PairStatus[] = status ? [status] : ['passed', 'withdrawn'];
      return { stage: [stage], status: sides, reason: reason ? [reason] : [] };
    }
    case 'sum':
    case 'rung':
      return { rung: moneyRungs(figure) };
    default:
      return null;
  }
}
