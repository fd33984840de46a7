import { answerWave } from '@/lib/wave/commands';
import { listWaves } from '@/lib/wave/queries/list';
import { inProgram } from '../operation';

export const waveOperations = [
  inProgram(listWaves, {
    method: 'GET',
    path: '/waves',
    summary: 'Who is asked again 2, 6 and 12 months on, and what was answered',
  }),
  inProgram(answerWave, {
    method: 'POST',
    path: '/waves/answers',
    summary: 'Say what became of a pair, or of several',
    creates: true,
  }),
];
