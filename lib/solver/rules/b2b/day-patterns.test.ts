import { afterAll, describe, expect, it } from 'vitest';
import { highsEngine } from '@/lib/platform/exact/highs';
import { type SampleShape, sampleB2b } from '@/scripts/test/timetable/sample-b2b';
import { neverStop } from '../ports';
import { annealing } from './annealing/anneal';
import { crowdingBound } from './crowding';
import { dayPatterns, mostBreaks } from './day-patterns';
import type { B2bProblem } from './problem';

const { solveMip, close } = highsEngine();
afterAll(close);

async function countPeople(problem: B2bProblem, fairness = 2) {
  const { status, bound } = await solveMip(dayPatterns(problem, fairness) ?? '', { seconds: 10 });
  return status === 'infeasible' ? null : Math.max(0, Math.ceil((bound ?? 0) - 1e-3));
}

const SCARCE: SampleShape = {
  ...{ participants: 14, meetings: 28, slots: 6, tables: 5 },
  ...{ away: 0, fixed: 0.1, ordered: 0, halves: 0 },
};

/** So many people in a ring, everybody meeting two neighbours, in three slots. */
const ring = (people: number, tables: number): B2bProblem => ({
  ...{ participants: people, slots: 3, morningSlots: 3, tables },
  forbidden: Array.from({ length: people }, () => []),
  meetings: Array.from({ length: people }, (_, one) => ({
    participants: [one, (one + 1) % people],
    ...{ fixed: null, half: 'either', after: [] },
  })),
});

describe('a crowd counted in whole people', () => {
  it('finds the breaks of those for whom the middle slot has no seat', async () => {
    expect(await countPeople(ring(6, 2))).toBe(2);
    expect(await countPeople(ring(6, 3))).toBe(0);
    expect(await countPeople(ring(6, 1))).toBeNull();
  });

  it('guests come in pairs: of five people an odd one cannot fill the middle slot', async () => {
    // Five meetings seat ten; the middle slot holds four of the five, though three tables would seat six.
    expect(crowdingBound(ring(5, 3))).toBe(0);
    expect(await countPeople(ring(5, 3))).toBe(1);
  });

  it('lies between the bound by prices and any plan', async () => {
    const events = [1, 2, 3, 4, 5, 6, 7, 8]
      .map((seed) => sampleB2b(SCARCE, seed))
      .filter((problem) => dayPatterns(problem, 2));
    let plans = 0;
    for (const problem of events) {
      const [prices, people] = [crowdingBound(problem), await countPeople(problem)];
      const work = annealing(problem, 2, 1);
      work.run(20_000, neverStop);
      const best = work.best();
      if (prices !== null && people !== null) expect(people).toBeGreaterThanOrEqual(prices);
      if (!best) continue;
      plans++;
      expect(people).not.toBeNull();
      expect(people as number).toBeLessThanOrEqual(best.breaks);
    }
    expect(plans).toBeGreaterThan(1);
  });

  it('says how many breaks the luckiest may have', () => {
    expect(mostBreaks(ring(5, 3))).toBe(1);
    expect(mostBreaks({ ...ring(5, 3), slots: 2 })).toBe(0);
    expect(mostBreaks({ ...ring(5, 3), participants: 6 })).toBe(0);
  });

  it('is left out where there are too many days to list', () => {
    expect(dayPatterns({ ...ring(5, 3), slots: 15 }, 2)).toBeNull();
  });
});
