import { describe, expect, it } from 'vitest';
import { countFailure, lockedUntil, secondsToWait, waitInWords } from './lockout';

const NOW = new Date('2026-11-23T09:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describe('T9 the lock of an address', () => {
  it('leaves four failures free, then waits 30 seconds and doubles up to a quarter of an hour', () => {
    const waits = Array.from({ length: 13 }, (_, index) => secondsToWait(lockedUntil(index + 1, NOW), NOW));
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900, 900]);
  });

  it('stays at a quarter of an hour however long somebody goes on', () => {
    expect(lockedUntil(100_000, NOW)).toEqual(later(900));
  });

  it('counts on through the lock and forgets after a day without a failure', () => {
    const day = 24 * 60 * 60;
    expect(countFailure({ failures: 7, lastAt: NOW }, later(day - 1))).toBe(8);
    expect(countFailure({ failures: 7, lastAt: NOW }, later(day))).toBe(1);
  });

  it('opens at its very end, not a second before', () => {
    expect(secondsToWait(later(30), later(29.001))).toBe(1);
    expect(secondsToWait(later(30), later(30))).toBe(0);
    expect(secondsToWait(null, NOW)).toBe(0);
  });

  it('is told in seconds below a minute, in whole minutes above, never too short', () => {
    expect(waitInWords(59)).toEqual({ minutes: 0, seconds: 59 });
    expect(waitInWords(60)).toEqual({ minutes: 1, seconds: 0 });
    expect(waitInWords(61)).toEqual({ minutes: 2, seconds: 0 });
  });
});
