import { AppError } from '@/lib/core/errors';
import { InvalidInput, programQuery } from '@/lib/platform/query';
import { reportOperations } from '../operations';
import { canPublishReports, canSeeReports } from '../policy';
import { publishedClocks } from '../rules/clocks';
import { draftReportInput, reportDraft, reportInput, reportShape } from '../schema';
import { freeze } from './freeze';
import { selectReport } from './select';

/** A report exactly as it was published: nothing is counted again. Throws not_found. */
export const getReport = programQuery({
  operation: reportOperations.getReport,
  input: reportInput,
  output: reportShape,
  may: canSeeReports,
  run: async (tx, scope, { number }) => {
    const report = await selectReport(tx, scope, number);
    if (!report) throw new AppError('not_found', 'report');
    return report;
  },
});

/** Throws invalid for clocks that figures cannot be published by. */
export const draftReport = programQuery({
  operation: reportOperations.draftReport,
  input: draftReportInput,
  output: reportDraft,
  may: canPublishReports,
  isWide: true,
  run: async (tx, scope, input) => {
    const clocks = publishedClocks(scope.program, input, new Date());
    if (!clocks.ok) throw new InvalidInput(clocks.refusals);
    const { frozen, sentences } = await freeze(tx, scope, clocks.value, input.sum);
    return {
      figures: frozen,
      sentences: sentences.ok ? sentences.value : null,
      refusals: sentences.ok ? [] : sentences.refusals.map(({ current: _, ...refusal }) => refusal),
    };
  },
});
