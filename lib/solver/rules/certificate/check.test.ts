import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyTimetable, levelsOf } from '@/scripts/test/timetable/brute-force';
import { smallInstances } from '@/scripts/test/timetable/small-instances';
import { priceTotal } from './check';
import type { Prices } from './prices';

const everything = smallInstances({
  limits: true,
  rest: true,
  fixedTables: true,
  refusals: true,
  musts: true,
  locks: true,
});
const someGains = fc.record({
  must: fc.integer({ min: 0, max: 9 }),
  floor: fc.integer({ min: 0, max: 9 }),
  weight: fc.integer({ min: 0, max: 3 }),
});
const numbers = (min: number) => fc.array(fc.integer({ min, max: 9 }), { minLength: 3, maxLength: 3 });
const perParty = fc.array(fc.oneof(fc.integer({ min: -9, max: 9 }), numbers(-9)), {
  minLength: 3,
  maxLength: 3,
});
const somePrices: fc.Arbitrary<Prices> = fc.record({
  startups: perParty,
  investors: perParty,
  startupTables: numbers(0),
  investorTables: numbers(0),
});

describe('the sum of prices', () => {
  it('is more than any timetable gains, whatever the prices', () => {
    fc.assert(
      fc.property(everything, someGains, somePrices, (instance, gains, prices) => {
        const best = Math.max(
          ...everyTimetable(instance).map((each) => {
            const [musts, floor, weight] = levelsOf(instance, each);
            return gains.must * musts + gains.floor * floor + gains.weight * weight;
          }),
        );
        expect(priceTotal(instance, gains, prices)).toBeGreaterThanOrEqual(best);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses what are no prices', () => {
    const instance = {
      name: 'one',
      slots: 1,
      tablesPerSlot: 1,
      startupAvailability: ['1'],
      vcAvailability: ['1'],
      requests: [[0, 0, 4]] as [number, number, number][],
    };
    const gains = { must: 0, floor: 0, weight: 1 };
    const good: Prices = { startups: [4], investors: [0], startupTables: [0], investorTables: [0] };
    expect(priceTotal(instance, gains, good)).toBe(4);
    expect(() => priceTotal(instance, gains, { ...good, startupTables: [-1] })).toThrow(RangeError);
    expect(() => priceTotal(instance, gains, { ...good, startups: [] })).toThrow(RangeError);
    expect(() => priceTotal(instance, gains, { ...good, investors: [0.5] })).toThrow(RangeError);
  });
});
