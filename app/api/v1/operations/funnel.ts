import { getFunnels } from '@/lib/funnel/queries/across';
import { listAgeing } from '@/lib/funnel/queries/ageing';
import { getClaims } from '@/lib/funnel/queries/claims';
import { getComparedFunnels } from '@/lib/funnel/queries/compare';
import { listDays } from '@/lib/funnel/queries/days';
import { getFunnel } from '@/lib/funnel/queries/funnel';
import { listFigureRows } from '@/lib/funnel/queries/rows';
import { getSeries } from '@/lib/funnel/queries/series';
import { splitFunnel } from '@/lib/funnel/queries/split';
import { getTimeInStage } from '@/lib/funnel/queries/time-in-stage';
import { inInstallation, inProgram } from '../operation';

export const funnelOperations = [
  inInstallation(getFunnels, {
    method: 'GET',
    path: '/funnels',
    summary: 'The funnels of all programs you may read, side by side and in total',
  }),
  inProgram(getFunnel, {
    method: 'GET',
    path: '/funnel',
    summary: 'Stages, conversions and sums as of a date, as known on a date; with `from` also by period',
  }),
  inProgram(splitFunnel, {
    method: 'GET',
    path: '/funnel/split',
    summary: 'The funnel by startup, investor, sector or officer, and the whole',
  }),
  inProgram(getComparedFunnels, {
    method: 'GET',
    path: '/funnel/compare',
    summary: 'The funnel of two dates and their difference',
  }),
  inProgram(getClaims, {
    method: 'GET',
    path: '/funnel/claims',
    summary: 'Sources of each sum: claims, confirmations, evidence',
  }),
  inProgram(listFigureRows, {
    method: 'GET',
    path: '/funnel/rows',
    summary: 'The pairs behind a figure, each with the entry that puts it in',
  }),
  inProgram(getTimeInStage, {
    method: 'GET',
    path: '/funnel/time-in-stage',
    summary: 'How long pairs stay in a stage: quartiles and curve with those still there',
  }),
  inProgram(getSeries, {
    method: 'GET',
    path: '/funnel/series',
    summary: 'Sums, rungs and stages day after day until a date',
  }),
  inProgram(listDays, {
    method: 'GET',
    path: '/funnel/days',
    summary: 'The days on which something changed that the funnel counts',
  }),
  inProgram(listAgeing, {
    method: 'GET',
    path: '/funnel/ageing',
    summary: 'Open pairs beyond the target of their stage without an upcoming meeting',
  }),
];
