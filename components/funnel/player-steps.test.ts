import { describe, expect, it } from 'vitest';
import { type Day, parseDay } from '@/lib/core/days';
import { changeAfter, changeBefore, pauseOf } from './player-steps';

const day = (text: string) => parseDay(text) as Day;
const CHANGES = ['2023-04-03', '2023-04-10', '2023-04-12', '2023-05-02'].map(day);

describe('playing the funnel', () => {
  it('stops only at days of change', () => {
    const stops: string[] = [];
    let at: Day | null = day('2023-04-04');
    while (at) {
      at = changeAfter(CHANGES, at, day('2023-05-03'));
      if (at) stops.push(at);
    }
    expect(stops).toEqual(['2023-04-10', '2023-04-12', '2023-05-02']);
  });

  it('does not leave the line', () => {
    expect(changeAfter(CHANGES, day('2023-04-12'), day('2023-05-01'))).toBeNull();
    expect(changeBefore(CHANGES, day('2023-04-10'), day('2023-04-10'))).toBeNull();
    expect(changeBefore(CHANGES, day('2023-04-11'), day('2023-04-01'))).toBe('2023-04-10');
    expect(changeBefore([], day('2023-04-11'), day('2023-04-01'))).toBeNull();
  });

  it('rests shorter at a higher speed', () => {
    expect(pauseOf(2)).toBe(pauseOf(1) / 2);
    expect(pauseOf(4)).toBe(pauseOf(1) / 4);
  });
});
