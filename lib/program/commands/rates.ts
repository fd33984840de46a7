import { done, type Result } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { canEditProgram } from '../policy';
import { dateColumn } from '../rules';
import { setFxRateInput } from '../schema';

/** Sets the rate of a day, in place of an earlier entry for the same day; the trail keeps both. */
export const setFxRate = programCommand({
  name: 'program.set_fx_rate',
  input: setFxRateInput,
  may: canEditProgram,
  run: async (
    tx,
    { scope, viewer, now, record },
    { base, quote, rate, on, source },
  ): Promise<Result<{ rateId: string }>> => {
    const day = dateColumn(on);
    const key = { programId: scope.programId, base, quote, on: day };
    const before = await tx.fxRate.findUnique({
      where: { programId_base_quote_on: key },
      select: { rate: true, source: true },
    });
    const data = { rate, source, recordedAt: now, byId: viewer.personId };
    const row = await tx.fxRate.upsert({
      where: { programId_base_quote_on: key },
      create: { ...key, ...data },
      update: data,
      select: { id: true },
    });
    record({
      subject: 'fx_rate',
      subjectId: row.id,
      detail: {
        base,
        quote,
        on,
        rate,
        source,
        before: before ? { rate: before.rate.toFixed(), source: before.source } : null,
      },
    });
    return done({ rateId: row.id });
  },
});
