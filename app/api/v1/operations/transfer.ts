import { exportFunnel, exportPairs, exportRows } from '@/lib/transfer/queries/books';
import { inProgram } from '../operation';

/** The same as files for a spreadsheet: `/xlsx` or `/csv` behind the path. */
export const transferOperations = [
  inProgram(exportFunnel, {
    method: 'GET',
    path: '/exports/funnel',
    summary: 'The figures of the funnel as tables with their label; as a file at …/xlsx and …/csv',
  }),
  inProgram(exportRows, {
    method: 'GET',
    path: '/exports/rows',
    summary: 'The rows of a figure as a table with its label; as a file at …/xlsx and …/csv',
  }),
  inProgram(exportPairs, {
    method: 'GET',
    path: '/exports/pairs',
    summary: 'The filtered list of pairs as a table with its label; as a file at …/xlsx and …/csv',
  }),
];
