import { get } from '@/lib/core/operation';
import type { book, exportFunnelInput, exportPairsInput, exportRowsInput } from './schema';

export const transferOperations = {
  exportFunnel: get<typeof exportFunnelInput, typeof book>(
    'transfer.funnel',
    '/programs/{program}/exports/funnel',
    'The figures of the funnel as tables with their label; as a file at …/xlsx and …/csv',
  ),
  exportRows: get<typeof exportRowsInput, typeof book>(
    'transfer.rows',
    '/programs/{program}/exports/rows',
    'The rows of a figure as a table with its label; as a file at …/xlsx and …/csv',
  ),
  exportPairs: get<typeof exportPairsInput, typeof book>(
    'transfer.pairs',
    '/programs/{program}/exports/pairs',
    'The filtered list of pairs as a table with its label; as a file at …/xlsx and …/csv',
  ),
};
