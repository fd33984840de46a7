import { listAmounts } from '@/lib/amount/queries';
import type { AmountRecord } from '@/lib/amount/schema';
import { listMeetingsOfPair } from '@/lib/meeting/queries/find';
import type { MeetingWithEvents } from '@/lib/meeting/schema';
import { listOutcomesOfPair } from '@/lib/outcome/queries';
import type { OutcomeItem } from '@/lib/outcome/schema';
import { canReadPairs } from '@/lib/pair/policy';
import { readPair } from '@/lib/pair/queries/logs';
import { readNotes } from '@/lib/pair/queries/notes';
import { pairInput } from '@/lib/pair/schema';
import type { PairLog, PairNote } from '@/lib/pair/schema/history';
import { programQuery } from '@/lib/platform/query';
import { recordOperations } from './operations';

/** One pair from first call to wired money: where it stands, its logs, and what every later noun knows of it. */
export type PairRecord = PairLog & {
  amountHistory: AmountRecord[];
  meetings: MeetingWithEvents[];
  outcomes: OutcomeItem[];
  notes: PairNote[];
};

/** The whole record of one pair in one transaction. Throws not_found for what is not there or not the viewer's. */
export const getPair = programQuery({
  operation: recordOperations.getPair,
  input: pairInput,
  may: canReadPairs,
  run: async (tx, scope, { pairId }): Promise<PairRecord> => ({
    ...(await readPair(tx, scope, pairId)),
    amountHistory: await listAmounts.within(tx, scope, { pairId }),
    ...(await listMeetingsOfPair.within(tx, scope, { pairId })),
    ...(await listOutcomesOfPair.within(tx, scope, { pairId })),
    notes: await readNotes(tx, scope, pairId),
  }),
});
