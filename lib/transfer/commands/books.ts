import { canSeeFunnel } from '@/lib/funnel/policy';
import { programFile } from '@/lib/platform/file';
import { transferOperations } from '../operations';
import { exportFunnel, exportRows } from '../queries/books';
import { type Book, exportFunnelFileInput, exportRowsFileInput } from '../schema';
import { FILE_TYPES, fileOf, recordExport } from './list-file';

/** All figures of the funnel as a file: a sheet a table. */
export const exportFunnelFile = programFile({
  operation: transferOperations.funnelFile,
  input: exportFunnelFileInput,
  types: FILE_TYPES,
  may: canSeeFunnel,
  prepare: (scope, { format: _, ...input }) => exportFunnel(scope, input),
  make: async (_tx, context, { format }, book) => {
    recordExport(context, format, rowsOf(book));
    return fileOf(book, format);
  },
});

/** The rows of one figure as a file. */
export const exportRowsFile = programFile({
  operation: transferOperations.rowsFile,
  input: exportRowsFileInput,
  types: FILE_TYPES,
  may: canSeeFunnel,
  prepare: (scope, { format: _, ...input }) => exportRows(scope, input),
  make: async (_tx, context, { format }, book) => {
    recordExport(context, format, rowsOf(book));
    return fileOf(book, format);
  },
});

const rowsOf = ({ tables }: Book) => tables.reduce((sum, { rows }) => sum + rows.length, 0);
