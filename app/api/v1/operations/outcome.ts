import { recordOutcome } from '@/lib/outcome/commands';
import { findOutcomeForm, listOutcomesOfPair } from '@/lib/outcome/queries';
import { inProgram } from '../operation';

export const outcomeOperations = [
  inProgram(recordOutcome, {
    method: 'POST',
    path: '/meetings/{meeting}/outcome',
    summary: 'Log how a meeting went; a later one corrects it',
    creates: true,
  }),
  inProgram(findOutcomeForm, {
    method: 'GET',
    path: '/meetings/{meeting}/outcome',
    summary: 'What the outcome form starts from',
  }),
  inProgram(listOutcomesOfPair, {
    method: 'GET',
    path: '/pairs/{pair}/outcomes',
    summary: 'The outcomes of a pair',
  }),
];
