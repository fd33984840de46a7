import type { noInput } from '@/lib/core/fields';
import { create, get } from '@/lib/core/operation';
import type {
  changedReports,
  draftReportInput,
  findChangedReportInput,
  listedReports,
  publishedReport,
  publishReportInput,
  reportChanges,
  reportChangesInput,
  reportDraft,
  reportInput,
  reportShape,
} from './schema';

export const reportOperations = {
  listReports: get<typeof noInput, typeof listedReports>(
    'report.list',
    '/programs/{program}/reports',
    'Published figures, the newest first, and how much was recorded since',
  ),
  findChangedReport: get<typeof findChangedReportInput, typeof changedReports>(
    'report.find_changed',
    '/programs/{program}/reports/changed',
    'The published figures that have changed since: those of a day, else the latest',
  ),
  getReport: get<typeof reportInput, typeof reportShape>(
    'report.get',
    '/programs/{program}/reports/{number}',
    'Published figures exactly as they were frozen',
  ),
  getReportChanges: get<typeof reportChangesInput, typeof reportChanges>(
    'report.changes',
    '/programs/{program}/reports/{number}/changes',
    'The same figures counted again, and the entries that changed them since',
  ),
  draftReport: get<typeof draftReportInput, typeof reportDraft>(
    'report.draft',
    '/programs/{program}/reports/draft',
    'Preview of what publishing would freeze, with its sentence',
  ),
  publishReport: create<typeof publishReportInput, typeof publishedReport>(
    'report.publish',
    '/programs/{program}/reports',
    'Freeze the figures of a day under the next number',
  ),
};
