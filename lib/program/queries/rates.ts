import { pageInput } from '@/lib/core/fields';
import { pageOf } from '@/lib/platform/cursor';
import { programQuery } from '@/lib/platform/query';
import { programOperations } from '../operations';
import { canReadProgram } from '../policy';
import { dayOfColumn } from '../rules';
import { listedFxRates } from '../schema/settings';

/** The rate in force of every day, the latest day first. */
export const listFxRates = programQuery({
  operation: programOperations.listFxRates,
  input: pageInput,
  output: listedFxRates,
  may: canReadProgram,
  run: async (tx, { programId }, page) => {
    const rows = await tx.fxRate.findMany({
      where: { programId },
      select: { id: true, base: true, quote: true, rate: true, on: true, source: true },
      distinct: ['on', 'base', 'quote'],
      orderBy: [{ on: 'desc' }, { base: 'asc' }, { quote: 'asc' }, { recordedAt: 'desc' }, { seq: 'desc' }],
    });
    const items = rows.map(({ rate, on, ...row }) => ({ ...row, rate: rate.toFixed(), on: dayOfColumn(on) }));
    return pageOf(items, page, ({ id }) => id);
  },
});
