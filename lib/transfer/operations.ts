import { askArchive, get, uploadArchive } from '@/lib/core/operation';
import type { fileShape } from '@/lib/core/shapes';
import type {
  archivePreview,
  book,
  exportAuditInput,
  exportFunnelFileInput,
  exportFunnelInput,
  exportInvestorsInput,
  exportMeetingsInput,
  exportPairsInput,
  exportPeopleInput,
  exportRecordsInput,
  exportRowsFileInput,
  exportRowsInput,
  exportStartupsInput,
  exportTimetableInput,
  exportWishesInput,
  previewArchiveInput,
  restoreArchiveInput,
  restoredArchive,
  takeArchiveInput,
} from './schema';

type File = typeof fileShape;
const at = (list: string) => `/programs/{program}/exports/${list}/{format}`;
const as = (what: string) => `${what}, as .xlsx or .csv with their label; leaves an audit entry`;

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
  funnelFile: get<typeof exportFunnelFileInput, File>(
    'export.funnel',
    at('funnel'),
    as('The figures of the funnel'),
  ),
  rowsFile: get<typeof exportRowsFileInput, File>('export.rows', at('rows'), as('The rows of a figure')),
  pairs: get<typeof exportPairsInput, File>('export.pairs', at('pairs'), as('The filtered list of pairs')),
  outcomes: get<typeof exportRecordsInput, File>(
    'export.outcomes',
    at('outcomes'),
    as('The outcomes that stand, of the filtered pairs'),
  ),
  amounts: get<typeof exportRecordsInput, File>(
    'export.amounts',
    at('amounts'),
    as('The amounts in force, of the filtered pairs'),
  ),
  meetings: get<typeof exportMeetingsInput, File>(
    'export.meetings',
    at('meetings'),
    as('The filtered meetings'),
  ),
  startups: get<typeof exportStartupsInput, File>(
    'export.startups',
    at('startups'),
    as('The filtered startups'),
  ),
  investors: get<typeof exportInvestorsInput, File>(
    'export.investors',
    at('investors'),
    as('The filtered investors'),
  ),
  people: get<typeof exportPeopleInput, File>('export.people', at('people'), as('The people of the program')),
  wishes: get<typeof exportWishesInput, File>(
    'export.wishes',
    at('wishes'),
    as('The filtered wishes of a stage'),
  ),
  timetable: get<typeof exportTimetableInput, File>(
    'export.timetable',
    at('timetable'),
    as('The meetings of a timetable, and its grid'),
  ),
  takeArchive: get<typeof takeArchiveInput, File>(
    'export.archive',
    '/programs/{program}/archive',
    'The whole program as a zip of JSON Lines with a manifest and checksums; leaves an audit entry',
  ),
  restoreArchive: uploadArchive<typeof restoreArchiveInput, typeof restoredArchive>(
    'archive.restore',
    '/programs/restore-archive',
    'Make a new program of an archive, as a whole or not at all',
  ),
  previewArchive: askArchive<typeof previewArchiveInput, typeof archivePreview>(
    'archive.preview',
    '/programs/restore-archive/preview',
    'What an archive would be restored as; writes nothing',
  ),
  audit: get<typeof exportAuditInput, File>(
    'export.audit',
    at('audit'),
    as('The filtered entries of the audit trail'),
  ),
};
