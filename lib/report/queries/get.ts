import { AppError } from '@/lib/core/errors';
import type { Refusal } from '@/lib/core/result';
import { InvalidInput, programQuery } from '@/lib/platform/query';
import { reportOperations } from '../operations';
import { canPublishReports, canSeeReports } from '../policy';
import { publishedClocks } from '../rules/clocks';
import type { Frozen, Report } from '../rules/frozen';
import type { Sentences } from '../rules/sentence';
import { draftReportInput, reportInput } from '../schema';
import { freeze } from './freeze';
import { selectReport } from './select';

/** A report exactly as it was published: nothing is counted again. Throws not_found. */
export const getReport = programQuery({
  operation: reportOperations.getReport,
  input: reportInput,
  may: canSeeReports,
  run: async (tx, scope, { number }): Promise<Report> => {
    const report = await selectReport(tx, scope, number);
    if (!report) throw new AppError('not_found', 'report');
    return report;
  },
});

/** What publishing would freeze now: figures, and the sentences or why there are none. */
export type ReportDraft = { figures: Frozen; sentences: Sentences | null; refusals: Refusal[] };

/** Throws invalid for clocks that figures cannot be published by. */
export const draftReport = programQuery({
  operation: reportOperations.draftReport,
  input: draftReportInput,
  may: canPublishReports,
  isWide: true,
  run: async (tx, scope, input): Promise<ReportDraft> => {
    const told = publishedClocks(scope.program, input, new Date());
    if (!told.ok) throw new InvalidInput(told.refusals);
    const { frozen, sentences } = await freeze(tx, scope, told.value, input.sum);
    return {
      figures: frozen,
      sentences: sentences.ok ? sentences.value : null,
      refusals: sentences.ok ? [] : [...sentences.refusals],
    };
  },
});
