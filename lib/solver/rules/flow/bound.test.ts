import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILIES, makeInstance } from '@/scripts/bench/timetable/families';
import { everyTimetable, weightOf } from '@/scripts/test/timetable/brute-force';
import { smallInstances } from '@/scripts/test/timetable/small-instances';
import { priceTotal } from '../certificate/check';
import { compile } from '../compile';
import { orderedGains } from '../search/bounds';
import { flowBound } from './bound';

const WEIGHT = { must: 0, floor: 0, weight: 1 };
const spiced = smallInstances({ limits: true, refusals: true, musts: true, locks: true }, { wishes: 6 });

describe('the flow bound', () => {
  it('is never below the best timetable', () => {
    fc.assert(
      fc.property(spiced, (instance) => {
        const best = Math.max(...everyTimetable(instance).map((each) => weightOf(instance, each)));
        expect(flowBound(compile(instance), WEIGHT)?.total).toBeGreaterThanOrEqual(best);
      }),
      { numRuns: 300 },
    );
  });

  it('is what its prices add up to, floors, maxima, musts and locks included', () => {
    const larger = smallInstances(
      { limits: true, refusals: true, musts: true, locks: true },
      { startups: 6, investors: 6, slots: 4, wishes: 20 },
    );
    fc.assert(
      fc.property(larger, (instance) => {
        const compiled = compile(instance);
        for (const gains of [WEIGHT, orderedGains(compiled)]) {
          const bound = flowBound(compiled, gains);
          expect(bound && priceTotal(instance, gains, bound.prices)).toBe(bound?.total);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('counts tables slot by slot where they are scarce in some slots only', () => {
    // Two startups free in the first slot alone, where there is one table; nobody is free where the tables are.
    const bound = flowBound(
      compile({
        name: 'scarce',
        slots: 2,
        tablesPerSlot: [1, 9],
        startupAvailability: ['10', '10'],
        vcAvailability: ['11', '11'],
        requests: [
          [0, 0, 5],
          [1, 1, 3],
        ],
      }),
      WEIGHT,
    );
    expect(bound?.total).toBe(5);
  });

  it('needs no more than a few steps for weights up to a hundred', () => {
    const instance = makeInstance(FAMILIES.s15, 4);
    instance.requests = instance.requests.map(([s, v], at) => [s, v, 1 + ((at * 37) % 100)]);
    const bound = flowBound(compile(instance), WEIGHT);
    expect(bound && priceTotal(instance, WEIGHT, bound.prices)).toBe(bound?.total);
  });
});
