import { answerWave } from '@/lib/wave/commands';
import { listWaves } from '@/lib/wave/queries/list';
import { inProgram } from '../operation';

export const waveOperations = [
  inProgram(listWaves, {
    method: 'GET',
    path: '/waves',
    summary: 'Follow-up checks at 2, 6 and 12 months, with their answers',
  }),
  inProgram(answerWave, {
    method: 'POST',
    path: '/waves/answers',
    summary: 'Answer a follow-up check for one or several pairs',
    creates: true,
  }),
];
