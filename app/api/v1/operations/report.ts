import { publishReport } from '@/lib/report/commands';
import { getReportChanges } from '@/lib/report/queries/changes';
import { draftReport, getReport } from '@/lib/report/queries/get';
import { listReports } from '@/lib/report/queries/list';
import { inProgram } from '../operation';

export const reportOperations = [
  inProgram(listReports, {
    method: 'GET',
    path: '/reports',
    summary: 'Published figures, the newest first, and how much was recorded since',
  }),
  inProgram(getReport, {
    method: 'GET',
    path: '/reports/{number}',
    summary: 'Published figures exactly as they were frozen',
  }),
  inProgram(getReportChanges, {
    method: 'GET',
    path: '/reports/{number}/changes',
    summary: 'The same figures counted again, and the entries that changed them since',
  }),
  inProgram(draftReport, {
    method: 'GET',
    path: '/reports/draft',
    summary: 'Preview of what publishing would freeze, with its sentence',
  }),
  inProgram(publishReport, {
    method: 'POST',
    path: '/reports',
    summary: 'Freeze the figures of a day under the next number',
    creates: true,
  }),
];
