import { create, get } from '@/lib/core/operation';
import type { answeredWave, answerWaveInput, listWavesInput, wavesOutput } from './schema';

export const waveOperations = {
  listWaves: get<typeof listWavesInput, typeof wavesOutput>(
    'wave.list',
    '/programs/{program}/waves',
    'Follow-up checks at 2, 6 and 12 months, with their answers',
  ),
  answerWave: create<typeof answerWaveInput, typeof answeredWave>(
    'wave.answer',
    '/programs/{program}/waves/answers',
    'Answer a follow-up check for one or several pairs',
  ),
};
