import { describe, expect, it } from 'vitest';
import { countWave, wavesAfter } from '@/lib/wave/rules';
import type { WaveAnswer, WavePair } from '@/lib/wave/schema';
import { readWaveChoice, SHOWS, shownRows, waveHref } from './address';

describe('the address of a wave', () => {
  it('takes what it knows and leaves out the rest', () => {
    expect(readWaveChoice({ wave: '6', show: 'ended' })).toEqual({ months: 6, show: 'ended' });
    expect(readWaveChoice({ wave: '7', show: 'x' })).toEqual({ months: null, show: 'to_ask' });
    expect(readWaveChoice({ wave: ['6', '2'] })).toEqual({ months: 6, show: 'to_ask' });
  });

  it('keeps the date and the filter', () => {
    expect(waveHref('p', { asOf: '2023-05-03' }, { months: 2, show: 'due' })).toBe(
      '/programs/p/funnel/waves?asOf=2023-05-03&wave=2&show=due#rows',
    );
  });

  it('opens for every number of a wave exactly its rows', () => {
    const [wave] = wavesAfter('2023-04-28' as Parameters<typeof wavesAfter>[0]);
    if (!wave) throw new Error('no wave');
    const states = ['talking', 'talking', 'ended', null, 'invested', null, null] as const;
    const pairs = states.map(
      (_, n): WavePair => ({
        ...{ pairId: `${n}`, metOn: '2023-04-29', paidOn: n === 4 ? '2023-06-28' : null },
        ...{ stage: 'follow_up', status: 'open', rung: null },
        ...{ startup: { id: 's', name: '', nameEn: '' }, investor: { id: 'i', name: '' } },
      }),
    );
    const answers = new Map(
      states.flatMap((state, n) =>
        state
          ? [[`${n}`, { state, note: null, by: null, effectiveAt: '', recordedAt: '' } as WaveAnswer]]
          : [],
      ),
    );
    const counted = countWave(wave, pairs, answers);
    const rows = Object.fromEntries(SHOWS.map((show) => [show, shownRows(counted, show).length]));
    expect(rows).toEqual({
      ...{ due: 7, answered: 4, to_ask: 3, paid: 1 },
      ...{ talking: 2, ended: 1, invested: 1, no_contact: 0 },
    });
  });
});
