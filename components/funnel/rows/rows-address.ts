import { createLoader, createParser, createSerializer } from 'nuqs/server';
import { queryOf, readAddress, searchOf } from '@/components/pair/filter/address';
import { paramsIn, parseAsDayOrNone, parseAsPage, parseAsSome, type RawQuery } from '@/lib/core/address';
import type { Day } from '@/lib/core/days';
import { type FigureName, needsPeriod, readFigure, writeFigure } from '@/lib/funnel/rules/figure';
import { moneyRungs } from '@/lib/funnel/rules/rows';
import { isRowSort, type RowSort } from '@/lib/funnel/rules/sort-rows';
import { type PairStatus, STATUSES } from '@/lib/pair/rules/stages';
import type { FunnelAddress } from '../address';

/** What the address of the rows says beyond the funnel's own. */
export type RowsAddress = {
  figure: FigureName;
  /** The first day of a period that ends with `asOf`; only for what came about in one. */
  from: Day | '';
  /** How the pairs stood, beside what the funnel's filter says of them. */
  standing: readonly PairStatus[];
  sort: RowSort | '';
  page: number;
};

const parsers = {
  figure: createParser({ parse: readFigure, serialize: writeFigure }),
  from: parseAsDayOrNone,
  standing: parseAsSome(STATUSES),
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

/** The statuses that both the funnel's filter and the rows' own choice allow; null where neither names any. */
export function statusesOf({ standing }: RowsAddress, { status }: FunnelAddress): PairStatus[] | null {
  if (standing.length === 0) return status.length > 0 ? [...status] : null;
  return standing.filter((one) => status.length === 0 || status.includes(one));
}

/** The same pairs in the pipeline's table; null for what the pipeline has no filter for. */
export function pipelineHref(
  slug: string,
  figure: FigureName,
  address: FunnelAddress & { knownOn: Day | '' },
): string | null {
  const filter = pipelineFilter(figure);
  const params = filter && meeting(queryOf(address), queryOf(filter));
  return params && `/programs/${slug}/pairs${searchOf(readAddress({ ...params, view: 'table' }))}`;
}

type Params = Readonly<Record<string, string>>;

/** What the filter and a figure ask for together: of a key that both name, what both allow; null where that is nothing. */
function meeting(chosen: Params, figure: Params): Params | null {
  const both: Record<string, string> = { ...chosen, ...figure };
  for (const [key, wanted] of Object.entries(figure)) {
    const allowed = chosen[key]?.split(',');
    if (allowed)
      both[key] = wanted
        .split(',')
        .filter((one) => allowed.includes(one))
        .join();
  }
  return Object.values(both).includes('') ? null : both;
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
