import { get } from '@/lib/core/operation';
import type { pairInput } from '@/lib/pair/schema';
import type { pairRecord } from './schema';

export const recordOperations = {
  getPair: get<typeof pairInput, typeof pairRecord>(
    'pair.get',
    '/programs/{program}/pairs/{pairId}',
    'The whole record of a pair: logs, amounts, meetings, outcomes, notes',
  ),
};
