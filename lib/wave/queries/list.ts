import { askBy } from '@/lib/funnel/queries/statements';
import { programQuery } from '@/lib/platform/query';
import { clocksOf } from '@/lib/program/rules';
import { waveOperations } from '../operations';
import { canSeeWaves } from '../policy';
import { countWave, wavesAfter } from '../rules';
import { listWavesInput, wavesOutput } from '../schema';
import { findMainDay, selectAnswers, selectWavePairs } from './select';

/**
 * Who is asked again 2, 6 and 12 months after the event, who answered what and how many had been paid by then, as of a
 * day and as known on a day. A wave that is not due yet counts what there is so far.
 */
export const listWaves = programQuery({
  operation: waveOperations.listWaves,
  input: listWavesInput,
  output: wavesOutput,
  may: canSeeWaves,
  run: async (tx, scope, { asOf, knownOn, ...filter }) => {
    const clocks = clocksOf(scope.program, new Date(), asOf, knownOn);
    const head = { asOf: clocks.asOf, knownOn: clocks.knownOn, timeZone: clocks.timeZone };
    const mainDay = await findMainDay(tx, scope);
    if (mainDay === null) return { ...head, mainDay, waves: [] };
    const asked = await askBy(tx, scope, clocks, filter);
    const pairs = await selectWavePairs(asked);
    const answers = await selectAnswers(asked);
    const waves = wavesAfter(mainDay).map((wave) =>
      countWave(wave, pairs, answers.get(wave.months) ?? new Map()),
    );
    return { ...head, mainDay, waves };
  },
});
