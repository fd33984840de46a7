import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { highsEngine } from '@/lib/platform/exact/highs';
import { FAMILIES, makeInstance } from '@/scripts/bench/timetable/families';
import { everyTimetable, levelsOf } from '@/scripts/test/timetable/brute-force';
import { smallInstances } from '@/scripts/test/timetable/small-instances';
import { type Instance, instanceSchema } from '../schema';
import { checkSolverAnswer } from './certificate/check-answer';
import { recount } from './certificate/recount';
import { checkTimetable } from './check';
import type { Solution } from './search/options';
import { solve, solveExactly } from './solve';

const engines = highsEngine();
afterAll(() => engines.close());

const everything = smallInstances(
  { limits: true, rest: true, fixedTables: true, refusals: true, musts: true, locks: true },
  { startups: 3, investors: 3, slots: 3, wishes: 6 },
);

type Three = [musts: number, floor: number, weight: number];

function bestOf(instance: Instance): Three {
  const all = everyTimetable(instance).map((each) => levelsOf(instance, each));
  return all.reduce((best, each) => (compare(each, best) > 0 ? each : best));
}

const compare = (one: Three, other: Three) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
const values = ({ levels }: Solution) => levels.slice(0, 3).map(({ value }) => value) as Three;

function expectSound(instance: Instance, solution: Solution): void {
  expect(checkTimetable(instance, solution.meetings, solution.tables)).toEqual([]);
  expect(checkSolverAnswer(instance, solution).wrong).toEqual([]);
  expect(Object.fromEntries(solution.levels.map(({ name, value }) => [name, value]))).toEqual(
    recount(instance, solution.meetings, solution.tables),
  );
}

describe('a solution', () => {
  it('is allowed, counts what it says, and never claims more than trying everything finds', () => {
    fc.assert(
      fc.property(everything, (instance) => {
        const solution = solve(instance, { iterations: 2000 });
        expectSound(instance, solution);
        const best = bestOf(instance);
        expect(compare(values(solution), best)).toBeLessThanOrEqual(0);
        if (solution.proved) expect(values(solution)).toEqual(best);
        if (solution.levels[0]?.proved && solution.levels[1]?.proved) {
          expect(solution.bound).toBeGreaterThanOrEqual(best[2]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('with engines is what trying everything finds, and proved', async () => {
    await fc.assert(
      fc.asyncProperty(everything, async (instance) => {
        const solution = await solveExactly(instance, { engines, iterations: 500 });
        expectSound(instance, solution);
        expect(values(solution)).toEqual(bestOf(instance));
        expect(solution.proved).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('is the same, byte for byte, for the same seed', () => {
    for (const family of [FAMILIES.s15d, FAMILIES.s15t]) {
      const instance = makeInstance(family, 5);
      const once = JSON.stringify(solve(instance, { seed: 3, iterations: 20_000 }));
      expect(JSON.stringify(solve(instance, { seed: 3, iterations: 20_000 }))).toBe(once);
    }
  });

  it('is valid wherever it is stopped', () => {
    const instance = makeInstance(FAMILIES.s15t, 1);
    for (const calls of [0, 1, 2, 3, 5, 20, 100, 400]) {
      let asked = 0;
      expectSound(instance, solve(instance, { shouldStop: () => ++asked > calls }));
    }
  });

  it('places everybody where all are free, nobody has more wishes than slots and tables abound', () => {
    const size = fc.record({
      startups: fc.integer({ min: 1, max: 8 }),
      investors: fc.integer({ min: 1, max: 8 }),
      drawn: fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 1, max: 5 })), { maxLength: 64 }),
    });
    fc.assert(
      fc.property(size, ({ startups, investors, drawn }) => {
        const pairs = new Map(drawn.map(([s, v, weight]) => [`${s % startups},${v % investors}`, weight]));
        const requests = [...pairs].map(([pair, weight]) => [...pair.split(',').map(Number), weight]);
        const busiest = [0, 1].map((side) =>
          Math.max(0, ...requests.map((one) => requests.filter((other) => other[side] === one[side]).length)),
        );
        const slots = Math.max(...busiest);
        const instance = instanceSchema.parse({
          slots,
          tablesPerSlot: Math.min(startups, investors),
          startupAvailability: new Array(startups).fill('1'.repeat(slots)),
          vcAvailability: new Array(investors).fill('1'.repeat(slots)),
          requests,
        });
        const solution = solve(instance, { iterations: 0 });
        expectSound(instance, solution);
        expect(solution.placed).toBe(requests.length);
        expect(solution.proved).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('of an event of the reference size is proved, with prices that add up', async () => {
    for (const family of [FAMILIES.s15, FAMILIES.s15k8, FAMILIES.s15d, FAMILIES.s15t]) {
      const instance = makeInstance(family, 77);
      const solution = await solveExactly(instance, { engines });
      expectSound(instance, solution);
      expect(solution.proved).toBe(true);
    }
  });
});
