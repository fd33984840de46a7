import type { z } from 'zod';
import { get } from '@/lib/core/operation';
import type {
  compareFunnelsInput,
  getFunnelInput,
  getFunnelOfPeriodInput,
  getFunnelsInput,
  listAgeingInput,
  listDaysInput,
  listFigureRowsInput,
  splitFunnelInput,
} from './schema';
import type { funnelOfPeriod } from './schema/figures';
import type { comparedFunnels, funnelSplit, funnelsOfPrograms } from './schema/many-funnels';
import type { claimsOfSums, figureRows } from './schema/sources';
import type { ageingPairs, funnelDays, funnelSeries, timesInStages } from './schema/time';

const FUNNEL = '/programs/{program}/funnel';

/** A further reading of one program's funnel: `rows` is `funnel.rows` at `/programs/{program}/funnel/rows`. */
function reading<In extends z.ZodType, Out extends z.ZodType>(name: string, summary: string) {
  return get<In, Out>(`funnel.${name}`, `${FUNNEL}/${name.replaceAll('_', '-')}`, summary);
}

export const funnelOperations = {
  getFunnels: get<typeof getFunnelsInput, typeof funnelsOfPrograms>(
    'funnel.across',
    '/funnels',
    'The funnels of all programs you may read, side by side and in total',
  ),
  getFunnel: get<typeof getFunnelOfPeriodInput, typeof funnelOfPeriod>(
    'funnel.get',
    FUNNEL,
    'Stages, conversions and sums as of a date, as known on a date; with `from` also by period',
  ),
  splitFunnel: reading<typeof splitFunnelInput, typeof funnelSplit>(
    'split',
    'The funnel by startup, investor, sector or officer, and the whole',
  ),
  getComparedFunnels: reading<typeof compareFunnelsInput, typeof comparedFunnels>(
    'compare',
    'The funnel of two dates and their difference',
  ),
  getClaims: reading<typeof getFunnelInput, typeof claimsOfSums>(
    'claims',
    'Sources of each sum: claims, confirmations, evidence',
  ),
  listFigureRows: reading<typeof listFigureRowsInput, typeof figureRows>(
    'rows',
    'The pairs behind a figure, each with the entry that puts it in',
  ),
  getTimeInStage: reading<typeof getFunnelInput, typeof timesInStages>(
    'time_in_stage',
    'How long pairs stay in a stage: quartiles and curve with those still there',
  ),
  getSeries: reading<typeof getFunnelInput, typeof funnelSeries>(
    'series',
    'Sums, rungs and stages day after day until a date',
  ),
  listDays: reading<typeof listDaysInput, typeof funnelDays>(
    'days',
    'The days on which something changed that the funnel counts',
  ),
  listAgeing: reading<typeof listAgeingInput, typeof ageingPairs>(
    'ageing',
    'Open pairs beyond the target of their stage without an upcoming meeting',
  ),
};
