import { get } from '@/lib/core/operation';
import type { pairInput } from '@/lib/pair/schema';

export const recordOperations = {
  getPair: get<typeof pairInput>(
    'pair.get',
    '/programs/{program}/pairs/{pairId}',
    'The whole record of a pair: logs, amounts, meetings, outcomes, notes',
  ),
};
