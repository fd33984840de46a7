import type { z } from 'zod';
import { amountRecords } from '@/lib/amount/schema';
import { meetingsOfPair } from '@/lib/meeting/schema';
import { outcomesOfPair } from '@/lib/outcome/schema';
import { pairLog, pairNotes } from '@/lib/pair/schema/history';

/** One pair from first call to wired money: where it stands, its logs, and what every later noun knows of it. */
export const pairRecord = pairLog.extend({
  amountHistory: amountRecords,
  ...meetingsOfPair.shape,
  ...outcomesOfPair.shape,
  notes: pairNotes,
});
export type PairRecord = z.output<typeof pairRecord>;
