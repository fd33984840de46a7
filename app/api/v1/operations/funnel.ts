import { getFunnel } from '@/lib/funnel/queries/funnel';
import { getTimeInStage } from '@/lib/funnel/queries/time-in-stage';
import { inProgram } from '../operation';

export const funnelOperations = [
  inProgram(getFunnel, {
    method: 'GET',
    path: '/funnel',
    summary: 'Stages, conversions and sums as of a date, as known on a date',
  }),
  inProgram(getTimeInStage, {
    method: 'GET',
    path: '/funnel/time-in-stage',
    summary: 'How long pairs stay in a stage: medians with those still there',
  }),
];
