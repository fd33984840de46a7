import { canReadAmounts } from '@/lib/amount/policy';
import { fetchAmounts } from '@/lib/amount/queries';
import { canReadOutcomes } from '@/lib/outcome/policy';
import { fetchOutcomes } from '@/lib/outcome/queries';
import { canReadPairs } from '@/lib/pair/policy';
import { fetchAllPairs, idsOfPairs } from '@/lib/pair/queries/list';
import { expectManyRows } from '@/lib/platform/wide-read';
import { transferOperations } from '../operations';
import { amountColumns, outcomeColumns, pairColumns } from '../rules/columns/pair';
import { exportPairsInput, exportRecordsInput } from '../schema';
import { type ListReading, listFile } from './list-file';

/** The pipeline's list as its address says: the same pairs, in the same order. */
export const exportPairs = listFile({
  operation: transferOperations.pairs,
  input: exportPairsInput,
  may: canReadPairs,
  list: 'pairs',
  read: async (reading) => ({
    columns: pairColumns(reading),
    rows: fetchAllPairs(reading.tx, reading.scope, reading.input),
  }),
});

/** What was logged of the meetings of the filtered pairs, by both clocks. */
export const exportOutcomes = listFile({
  operation: transferOperations.outcomes,
  input: exportRecordsInput,
  may: canReadOutcomes,
  list: 'outcomes',
  read: async (reading) => ({
    columns: outcomeColumns(reading),
    rows: fetchOutcomes(reading.tx, reading.scope, await pairsOf(reading), reading.clocks),
  }),
});

/** The ladder of the filtered pairs, by both clocks. */
export const exportAmounts = listFile({
  operation: transferOperations.amounts,
  input: exportRecordsInput,
  may: canReadAmounts,
  list: 'amounts',
  read: async (reading) => ({
    columns: amountColumns(reading),
    rows: fetchAmounts(reading.tx, reading.scope, await pairsOf(reading), reading.clocks),
  }),
});

type PairListReading = ListReading<Parameters<typeof fetchAllPairs>[2]>;

async function pairsOf({ tx, scope, input, clocks }: PairListReading) {
  await expectManyRows(tx);
  return idsOfPairs(scope, input, clocks);
}
