import { get, put } from '@/lib/core/operation';
import type {
  keptWeights,
  listSuggestionsInput,
  scoreRecord,
  scoreRecordInput,
  setMatchWeightsInput,
  suggestionPage,
} from './schema';

export const matchOperations = {
  listSuggestions: get<typeof listSuggestionsInput, typeof suggestionPage>(
    'match.suggestions',
    '/programs/{program}/suggestions',
    'Open pairs by score, each with its reasons in words; nothing is booked',
  ),
  getScoreRecord: get<typeof scoreRecordInput, typeof scoreRecord>(
    'match.record',
    '/programs/{program}/suggestions/record',
    'What became of scored pairs afterwards, by tenth of the score of a day',
  ),
  setMatchWeights: put<typeof setMatchWeightsInput, typeof keptWeights>(
    'match.set_weights',
    '/programs/{program}/suggestions/weights',
    'Set how much each factor counts',
  ),
};
