import type { noInput } from '@/lib/core/fields';
import { create, get } from '@/lib/core/operation';
import type { draftReportInput, publishReportInput, reportInput } from './schema';

export const reportOperations = {
  listReports: get<typeof noInput>(
    'report.list',
    '/programs/{program}/reports',
    'Published figures, the newest first, and how much was recorded since',
  ),
  getReport: get<typeof reportInput>(
    'report.get',
    '/programs/{program}/reports/{number}',
    'Published figures exactly as they were frozen',
  ),
  getReportChanges: get<typeof reportInput>(
    'report.changes',
    '/programs/{program}/reports/{number}/changes',
    'The same figures counted again, and the entries that changed them since',
  ),
  draftReport: get<typeof draftReportInput>(
    'report.draft',
    '/programs/{program}/reports/draft',
    'Preview of what publishing would freeze, with its sentence',
  ),
  publishReport: create<typeof publishReportInput>(
    'report.publish',
    '/programs/{program}/reports',
    'Freeze the figures of a day under the next number',
  ),
};
