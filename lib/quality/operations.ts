import type { noInput } from '@/lib/core/fields';
import { get } from '@/lib/core/operation';

export const qualityOperations = {
  listQuality: get<typeof noInput>(
    'quality.list',
    '/programs/{program}/quality',
    'Missing or contradictory records, check by check',
  ),
};
