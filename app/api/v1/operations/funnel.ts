import { getFunnel } from '@/lib/funnel/queries/funnel';
import { inProgram } from '../operation';

export const funnelOperations = [
  inProgram(getFunnel, {
    method: 'GET',
    path: '/funnel',
    summary: 'Stages, conversions and sums as of a date, as known on a date',
  }),
];
