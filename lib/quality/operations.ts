import type { noInput } from '@/lib/core/fields';
import { get } from '@/lib/core/operation';
import type { qualityOutput } from './schema';

export const qualityOperations = {
  listQuality: get<typeof noInput, typeof qualityOutput>(
    'quality.list',
    '/programs/{program}/quality',
    'Missing or contradictory records, check by check',
  ),
};
