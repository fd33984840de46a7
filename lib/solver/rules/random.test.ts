import { describe, expect, it } from 'vitest';
import { belowFrom, randomFrom, shuffle } from './random';

describe('random numbers', () => {
  it('are the same for a seed, differ between seeds, and lie evenly in [0, 1)', () => {
    const [one, again, other] = [randomFrom(7), randomFrom(7), randomFrom(8)];
    const drawn = Array.from({ length: 10_000 }, one);
    expect(Array.from({ length: 10_000 }, again)).toEqual(drawn);
    expect(other()).not.toBe(drawn[0]);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(drawn.reduce((sum, each) => sum + each, 0) / drawn.length).toBeCloseTo(0.5, 1);
  });

  it('shuffle a list without losing anything', () => {
    const list = Int32Array.from({ length: 50 }, (_, at) => at);
    shuffle(list, randomFrom(1));
    expect([...list]).not.toEqual([...list].sort((a, b) => a - b));
    expect([...list].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, at) => at));
    expect(new Set(Array.from({ length: 200 }, () => belowFrom(randomFrom(3))(4))).size).toBe(1);
  });
});
