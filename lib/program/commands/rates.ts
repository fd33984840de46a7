import { done } from '@/lib/core/result';
import { programCommand } from '@/lib/platform/command';
import { programOperations } from '../operations';
import { canEditProgram } from '../policy';
import { dateColumn } from '../rules';
import { importFxRatesInput, setFxRateInput } from '../schema';
import { importedFxRates, newFxRate } from '../schema/settings';

/** Says the rate of a day. A further entry for the same day stands in its place from now on; both are kept. */
export const setFxRate = programCommand({
  operation: programOperations.setFxRate,
  input: setFxRateInput,
  output: newFxRate,
  may: canEditProgram,
  run: async (tx, { scope, viewer, now, record }, { base, quote, rate, on, source }) => {
    const entry = { programId: scope.programId, base, quote, on: dateColumn(on) };
    const before = await tx.fxRate.findFirst({
      where: entry,
      orderBy: [{ recordedAt: 'desc' }, { seq: 'desc' }],
      select: { rate: true, source: true },
    });
    const row = await tx.fxRate.create({
      data: { ...entry, rate, source, recordedAt: now, byId: viewer.personId },
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

/** A table of rates in one go. Like a single one, each stands in the place of what its day had; all are kept. */
export const importFxRates = programCommand({
  operation: programOperations.importFxRates,
  input: importFxRatesInput,
  output: importedFxRates,
  may: canEditProgram,
  run: async (tx, { scope, viewer, now, record }, { rates }) => {
    const { programId } = scope;
    const { count } = await tx.fxRate.createMany({
      data: rates.map(({ on, ...rate }) => ({
        ...{ ...rate, programId, on: dateColumn(on) },
        ...{ recordedAt: now, byId: viewer.personId },
      })),
    });
    const days = rates.map(({ on }) => on).sort();
    record({
      subject: 'fx_rate',
      means: 'import',
      detail: {
        ...{ count, from: days[0] ?? null, to: days.at(-1) ?? null },
        currencies: [...new Set(rates.map(({ base, quote }) => `${base}/${quote}`))].sort(),
        sources: [...new Set(rates.map(({ source }) => source))].sort().slice(0, 20),
      },
    });
    return done({ count });
  },
});
