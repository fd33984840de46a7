import { listQuality } from '@/lib/quality/queries/list';
import { inProgram } from '../operation';

export const qualityOperations = [
  inProgram(listQuality, {
    method: 'GET',
    path: '/quality',
    summary: 'Missing or contradictory records, check by check',
  }),
];
