import { listQuality } from '@/lib/quality/queries/list';
import { inProgram } from '../operation';

export const qualityOperations = [
  inProgram(listQuality, {
    method: 'GET',
    path: '/quality',
    summary: 'What in the records is missing or contradicts, check by check',
  }),
];
