import { listAmounts } from '@/lib/amount/queries';
import { listMeetingsOfPair } from '@/lib/meeting/queries/find';
import { listOutcomesOfPair } from '@/lib/outcome/queries';
import { canReadPairs } from '@/lib/pair/policy';
import { readPair } from '@/lib/pair/queries/logs';
import { readNotes } from '@/lib/pair/queries/notes';
import { pairInput } from '@/lib/pair/schema';
import { programQuery } from '@/lib/platform/query';
import { recordOperations } from './operations';
import { pairRecord } from './schema';

/** The whole record of one pair in one transaction. Throws not_found for what is not there or not the viewer's. */
export const getPair = programQuery({
  operation: recordOperations.getPair,
  input: pairInput,
  output: pairRecord,
  may: canReadPairs,
  run: async (tx, scope, { pairId }) => ({
    ...(await readPair(tx, scope, pairId)),
    amountHistory: await listAmounts.within(tx, scope, { pairId }),
    ...(await listMeetingsOfPair.within(tx, scope, { pairId })),
    ...(await listOutcomesOfPair.within(tx, scope, { pairId })),
    notes: await readNotes(tx, scope, pairId),
  }),
});
