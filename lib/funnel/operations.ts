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

export const funnelOperations = {
  getFunnels: get<typeof getFunnelsInput>(
    'funnel.across',
    '/funnels',
    'The funnels of all programs you may read, side by side and in total',
  ),
  getFunnel: get<typeof getFunnelOfPeriodInput>(
    'funnel.get',
    '/programs/{program}/funnel',
    'Stages, conversions and sums as of a date, as known on a date; with `from` also by period',
  ),
  splitFunnel: get<typeof splitFunnelInput>(
    'funnel.split',
    '/programs/{program}/funnel/split',
    'The funnel by startup, investor, sector or officer, and the whole',
  ),
  getComparedFunnels: get<typeof compareFunnelsInput>(
    'funnel.compare',
    '/programs/{program}/funnel/compare',
    'The funnel of two dates and their difference',
  ),
  getClaims: get<typeof getFunnelInput>(
    'funnel.claims',
    '/programs/{program}/funnel/claims',
    'Sources of each sum: claims, confirmations, evidence',
  ),
  listFigureRows: get<typeof listFigureRowsInput>(
    'funnel.rows',
    '/programs/{program}/funnel/rows',
    'The pairs behind a figure, each with the entry that puts it in',
  ),
  getTimeInStage: get<typeof getFunnelInput>(
    'funnel.time_in_stage',
    '/programs/{program}/funnel/time-in-stage',
    'How long pairs stay in a stage: quartiles and curve with those still there',
  ),
  getSeries: get<typeof getFunnelInput>(
    'funnel.series',
    '/programs/{program}/funnel/series',
    'Sums, rungs and stages day after day until a date',
  ),
  listDays: get<typeof listDaysInput>(
    'funnel.days',
    '/programs/{program}/funnel/days',
    'The days on which something changed that the funnel counts',
  ),
  listAgeing: get<typeof listAgeingInput>(
    'funnel.ageing',
    '/programs/{program}/funnel/ageing',
    'Open pairs beyond the target of their stage without an upcoming meeting',
  ),
};
