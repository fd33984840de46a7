import { describe, expect, it } from 'vitest';
import { addMonths, type Day } from '@/lib/core/days';
import { countWave, currentWave, refusalsOfAnswer, wavesAfter } from './rules';
import type { WaveAnswer, WavePair } from './schema';

const day = (text: string) => text as Day;
const waves = wavesAfter(day('2023-04-28'));
const [two, six, twelve] = waves;
if (!two || !six || !twelve) throw new Error('three waves');

describe('the waves of a program', () => {
  it('are due 2, 6 and 12 months after the event and open two weeks before', () => {
    expect(waves).toEqual([
      { months: 2, dueOn: '2023-06-28', opensOn: '2023-06-14' },
      { months: 6, dueOn: '2023-10-28', opensOn: '2023-10-14' },
      { months: 12, dueOn: '2024-04-28', opensOn: '2024-04-14' },
    ]);
  });

  it('fall on the last day of a month that is too short', () => {
    expect(addMonths(day('2023-12-31'), 2)).toBe('2024-02-29');
    expect(addMonths(day('2022-12-31'), 2)).toBe('2023-02-28');
    expect(addMonths(day('2023-08-31'), 6)).toBe('2024-02-29');
  });

  it('are worked on from the day they open', () => {
    expect(currentWave(waves, day('2023-05-01'))?.months).toBe(2);
    expect(currentWave(waves, day('2023-10-13'))?.months).toBe(2);
    expect(currentWave(waves, day('2023-10-14'))?.months).toBe(6);
    expect(currentWave([], day('2023-10-14'))).toBeUndefined();
  });
});

describe('an answer', () => {
  const metOn = '2023-04-29';
  const reasons = (wave: typeof two | undefined, today: string, met: string | null = metOn) =>
    refusalsOfAnswer(wave, { metOn: met, today: day(today) }).map(({ reason }) => reason);

  it('is taken from two weeks before the wave is due, and ever after', () => {
    expect(reasons(two, '2023-06-13')).toEqual(['too_early']);
    expect(reasons(two, '2023-06-14')).toEqual([]);
    expect(reasons(two, '2024-12-01')).toEqual([]);
  });

  it('is only of pairs whose main session was held by the day it is due', () => {
    expect(reasons(two, '2023-07-01', null)).toEqual(['not_due']);
    expect(reasons(two, '2023-07-01', '2023-06-28')).toEqual([]);
    expect(reasons(two, '2023-07-01', '2023-06-29')).toEqual(['not_due']);
  });

  it('has no wave where there is no event', () => {
    expect(reasons(undefined, '2023-07-01')).toEqual(['no_event']);
  });
});

describe('a wave', () => {
  const pair = (pairId: string, paidOn: string | null = null, metOn = '2023-04-29'): WavePair => ({
    ...{ pairId, metOn, paidOn, stage: 'main_session', status: 'open', rung: null },
    startup: { id: 's', name: '가온', nameEn: 'Gaon' },
    investor: { id: 'i', name: 'Firm' },
  });
  const answer = (state: WaveAnswer['state']): WaveAnswer => ({
    ...{ state, note: null, by: null },
    ...{ effectiveAt: '2023-10-20T00:00:00.000Z', recordedAt: '2023-10-20T00:00:00.000Z' },
  });

  it('counts who is due, who answered what, and who had been paid by the day it was due', () => {
    const pairs = [
      pair('a', '2023-10-28'),
      pair('b', '2023-10-29'),
      pair('c'),
      pair('d'),
      pair('late', null, '2023-10-29'),
    ];
    const answers = new Map([
      ['a', answer('invested')],
      ['c', answer('ended')],
      ['late', answer('talking')],
    ]);
    expect(countWave(six, pairs, answers)).toMatchObject({
      ...{ due: 4, answered: 2, toAsk: 2 },
      byState: { talking: 0, invested: 1, ended: 1, no_contact: 0 },
      paid: { numerator: 1, denominator: 4 },
    });
    expect(countWave(twelve, pairs, new Map())).toMatchObject({
      due: 5,
      paid: { numerator: 2, denominator: 5 },
    });
  });
});
