import { done } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { dateColumn } from '@/lib/program/rules';
import type { Prisma } from '@/prisma/client/client';
import { reportOperations } from './operations';
import { canPublishReports } from './policy';
import { freeze } from './queries/freeze';
import { publishedClocks } from './rules/clocks';
import { publishedReport, publishReportInput } from './schema';

/**
 * Freezes the figures of a day as they are known at an instant, counted in this transaction, under the program's next
 * number, with the sentence about one sum in both languages. Refusals: one_sum_only, in_the_future,
 * known_in_the_future, known_too_early, sum_empty, rate_missing, nobody_met.
 */
export const publishReport = programCommand({
  operation: reportOperations.publishReport,
  input: publishReportInput,
  output: publishedReport,
  may: canPublishReports,
  run: async (tx, { scope, viewer, now, record }, { note, ...input }) => {
    const read = publishedClocks(scope.program, input, now);
    if (!read.ok) return read;
    const { clocks, knownAt } = read.value;
    await lockNumbers(tx, scope);
    const { frozen, sentences } = await freeze(tx, scope, read.value, input.sum);
    if (!sentences.ok) return sentences;
    const { ko: sentenceKo, en: sentenceEn } = sentences.value;
    const number = (frozen.previous ?? 0) + 1;
    const { id } = await tx.report.create({
      data: {
        ...{ programId: scope.programId, number, knownAt, sentenceKo, sentenceEn, note: note || null },
        asOf: dateColumn(clocks.asOf),
        figures: frozen as unknown as Prisma.InputJsonObject,
        ...{ publishedAt: now, byId: viewer.personId, means: viewer.means },
      },
      select: { id: true },
    });
    record({
      subject: 'report',
      subjectId: id,
      detail: { number, day: clocks.asOf, knownAt: knownAt.toISOString(), sum: input.sum },
    });
    return done({ number, sentenceKo, sentenceEn });
  },
});

/** One number after the other in a program: whoever publishes at the same time waits and gets the next one. */
async function lockNumbers(tx: Tx, { programId }: ProgramScope): Promise<void> {
  await tx.$queryRaw`
    select count(pg_advisory_xact_lock(hashtextextended(${`${programId} report`}, 0))) from (select 1) one`;
}
