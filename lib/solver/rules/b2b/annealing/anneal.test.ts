import { describe, expect, it } from 'vitest';
import { type SampleShape, sampleB2b } from '@/scripts/test/timetable/sample-b2b';
import { neverStop } from '../../ports';
import { checkB2b } from '../check';
import { annealing } from './anneal';

const SHAPES: SampleShape[] = [
  {
    ...{ participants: 20, meetings: 60, slots: 9, tables: 8 },
    ...{ away: 0.05, fixed: 0.05, ordered: 0, halves: 0.1 },
  },
  {
    ...{ participants: 16, meetings: 50, slots: 12, tables: 6 },
    ...{ away: 0.02, fixed: 0, ordered: 0.2, halves: 0.2 },
  },
  {
    ...{ participants: 30, meetings: 64, slots: 8, tables: 8 },
    ...{ away: 0, fixed: 0, ordered: 0, halves: 0 },
  },
  {
    ...{ participants: 24, meetings: 36, slots: 8, tables: 6 },
    ...{ away: 0, fixed: 0, ordered: 0.1, halves: 0 },
  },
];
const EVENTS = SHAPES.flatMap((shape) => [1, 2, 3].map((seed) => sampleB2b(shape, seed)));

describe('annealing over Kempe chains', () => {
  it.each([0, 1, 2])('whatever plan it gives at fairness %i passes the checker', (fairness) => {
    const plans = EVENTS.map((problem) => {
      const work = annealing(problem, fairness, 7);
      work.run(50_000, neverStop);
      const best = work.best();
      if (!best) return null;
      expect(checkB2b(problem, best.slots, fairness)).toMatchObject({ faults: [], breaks: best.breaks });
      return best;
    });
    expect(plans.filter((plan) => plan !== null).length).toBeGreaterThan(1);
  });

  it('same seed, same plan, in however many stretches', () => {
    const problem = EVENTS[4] as (typeof EVENTS)[number];
    const [whole, parts, other] = [
      annealing(problem, 2, 3),
      annealing(problem, 2, 3),
      annealing(problem, 2, 4),
    ];
    whole.run(30_000, neverStop);
    for (let i = 0; i < 30; i++) parts.run(1_000, neverStop);
    other.run(30_000, neverStop);
    expect(whole.best()).not.toBeNull();
    expect(parts.best()).toEqual(whole.best());
    expect(other.best()?.slots).not.toEqual(whole.best()?.slots);
  });

  it('stops when told', () => {
    const work = annealing(EVENTS[0] as (typeof EVENTS)[number], 2, 1);
    let asked = 0;
    work.run(1_000_000_000, () => ++asked > 3);
    expect(asked).toBe(4);
  });
});
