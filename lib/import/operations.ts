import { get, patch, post, upload } from '@/lib/core/operation';
import type { fileShape } from '@/lib/core/shapes';
import type {
  applyImportInput,
  changeImportInput,
  createImportInput,
  decideRowsInput,
  importDetail,
  importInput,
  importList,
  importRows,
  listImportRowsInput,
  listImportsInput,
  mendRowInput,
  rejectedFileInput,
  templateInput,
  undoImportInput,
  undone,
  undonePreview,
} from './schema';

const ALL = '/programs/{program}/imports';
const EACH = `${ALL}/{importId}`;

export const importOperations = {
  create: upload<typeof createImportInput, typeof importDetail>(
    'import.create',
    ALL,
    'Read a spreadsheet and say what each row would do; nothing is written to the program',
  ),
  list: get<typeof listImportsInput, typeof importList>(
    'import.list',
    ALL,
    'Spreadsheets that were read, the latest first',
  ),
  get: get<typeof importInput, typeof importDetail>(
    'import.get',
    EACH,
    'One import with its columns and counts',
  ),
  rows: get<typeof listImportRowsInput, typeof importRows>(
    'import.rows',
    `${EACH}/rows`,
    'Rows of the file with what each would do; for whoever brought the file',
  ),
  change: patch<typeof changeImportInput, typeof importDetail>(
    'import.change',
    EACH,
    'Say what the columns hold and how days and figures are meant; every row is judged anew',
  ),
  mendRow: patch<typeof mendRowInput, typeof importDetail>(
    'import.mend_row',
    `${EACH}/rows/{number}`,
    'Mend cells of a row, or say what is meant where it is in conflict',
  ),
  decide: post<typeof decideRowsInput, typeof importDetail>(
    'import.decide',
    `${EACH}/decisions`,
    'Answer every conflict of one reason alike',
  ),
  apply: post<typeof applyImportInput, typeof importDetail>(
    'import.apply',
    `${EACH}/apply`,
    'Write all rows that create or change something, in one transaction; rows in conflict and rejected rows are left out',
  ),
  previewUndo: get<typeof importInput, typeof undonePreview>(
    'import.preview_undo',
    `${EACH}/undo`,
    'What taking an import back would leave as it is, because it was changed or used since',
  ),
  undo: post<typeof undoImportInput, typeof undone>(
    'import.undo',
    `${EACH}/undo`,
    'Take an import back: what it made goes, what it changed is as it was before',
  ),
  template: get<typeof templateInput, typeof fileShape>(
    'import.template',
    `${ALL}/templates/{kind}/xlsx`,
    'A spreadsheet to fill in, with the names of the program in its drop-downs; leaves an audit entry',
  ),
  rejectedFile: get<typeof rejectedFileInput, typeof fileShape>(
    'import.rejected_file',
    `${EACH}/rejected/{format}`,
    'The rows that are not written, each with its reason, as .xlsx or .csv; leaves an audit entry',
  ),
  discard: post<typeof importInput, typeof importDetail>(
    'import.discard',
    `${EACH}/discard`,
    'Put an import aside unapplied',
  ),
};
