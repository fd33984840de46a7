import { get } from '@/lib/core/operation';
import type { foundThings, searchInput } from './schema';

export const searchOperations = {
  search: get<typeof searchInput, typeof foundThings>(
    'search.find',
    '/search',
    'Whatever answers the words in one program or in all of yours, the best first',
  ),
};
