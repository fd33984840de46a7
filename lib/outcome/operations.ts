import { create, get } from '@/lib/core/operation';
import type {
  outcomeFormInput,
  outcomeStart,
  outcomesOfPair,
  outcomesOfPairInput,
  recordedOutcome,
  recordOutcomeInput,
} from './schema';

export const outcomeOperations = {
  recordOutcome: create<typeof recordOutcomeInput, typeof recordedOutcome>(
    'outcome.record',
    '/programs/{program}/meetings/{meetingId}/outcome',
    'Log how a meeting went; a later one corrects it',
  ),
  findOutcomeForm: get<typeof outcomeFormInput, typeof outcomeStart>(
    'outcome.form',
    '/programs/{program}/meetings/{meetingId}/outcome',
    'What the outcome form starts from',
  ),
  listOutcomesOfPair: get<typeof outcomesOfPairInput, typeof outcomesOfPair>(
    'outcome.of_pair',
    '/programs/{program}/pairs/{pairId}/outcomes',
    'The outcomes of a pair',
  ),
};
