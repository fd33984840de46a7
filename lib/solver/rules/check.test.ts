import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLegal } from '@/scripts/test/timetable/brute-force';
import { smallInstances } from '@/scripts/test/timetable/small-instances';
import type { Instance, Placed } from '../schema';
import { checkTimetable } from './check';

const event: Instance = {
  name: 'event',
  slots: 4,
  tablesPerSlot: [1, 2, 2, 2],
  startupAvailability: ['1111', '1110'],
  vcAvailability: ['1111', '1111', '0111'],
  requests: [
    [0, 0, 1],
    [0, 1, 1],
    [0, 2, 1],
    [1, 0, 1],
    [1, 1, 1],
  ],
  noThanks: [[1, 1]],
  blackouts: [[0, 1, 2]],
  startupMax: 2,
  startupRestAfter: 1,
  startupTable: [1, -1],
};
const rulesBroken = (meetings: Placed[], tables?: number[], change: Partial<Instance> = {}) =>
  checkTimetable({ ...event, ...change }, meetings, tables).map(({ rule }) => rule);

describe('the referee', () => {
  it('names the rule that is broken', () => {
    expect(rulesBroken([[0, 0, 1]])).toEqual([]);
    expect(rulesBroken([[0, 0, 4]])).toEqual(['range']);
    expect(rulesBroken([[1, 2, 1]])).toEqual(['wish']);
    expect(rulesBroken([[1, 1, 1]])).toEqual(['no_thanks']);
    expect(
      rulesBroken([
        [0, 0, 1],
        [0, 0, 3],
      ]),
    ).toEqual(['twice']);
    expect(
      rulesBroken([
        [0, 0, 1],
        [0, 1, 1],
      ]),
    ).toEqual(['clash']);
    expect(rulesBroken([[1, 0, 3]])).toEqual(['blackout']);
    expect(rulesBroken([[0, 1, 2]])).toEqual(['blackout']);
    expect(
      rulesBroken([
        [0, 1, 0],
        [1, 0, 0],
      ]),
    ).toEqual(['tables']);
    expect(rulesBroken([], undefined, { locks: [[0, 0, 1]] })).toEqual(['lock']);
    expect(
      rulesBroken(
        [
          [0, 0, 1],
          [0, 1, 3],
          [0, 2, 2],
        ],
        undefined,
        { startupRestAfter: 4 },
      ),
    ).toEqual(['max']);
    expect(
      rulesBroken([
        [0, 0, 1],
        [0, 2, 2],
      ]),
    ).toEqual(['rest']);
    expect(
      rulesBroken(
        [
          [0, 0, 1],
          [0, 2, 2],
        ],
        undefined,
        { dayStarts: [0, 2] },
      ),
    ).toEqual([]);
  });

  it('looks at the tables where they are dealt', () => {
    expect(rulesBroken([[0, 0, 1]], [1])).toEqual([]);
    expect(rulesBroken([[0, 0, 1]], [0])).toEqual(['table']);
    expect(rulesBroken([[1, 0, 1]], [2])).toEqual(['table']);
    expect(rulesBroken([[0, 0, 1]], [])).toEqual(['table']);
    expect(
      rulesBroken(
        [
          [0, 1, 1],
          [1, 0, 1],
        ],
        [1, 1],
      ),
    ).toEqual(['table']);
  });

  it('agrees with the rules as another hand wrote them', () => {
    const spiced = smallInstances({ limits: true, rest: true, refusals: true });
    const drawn = fc.array(fc.tuple(fc.nat(4), fc.nat(2)), { maxLength: 5 });
    fc.assert(
      fc.property(spiced, drawn, (instance, picks) => {
        const meetings = picks.flatMap(([wish, slot]): Placed[] => {
          const request = instance.requests[wish % instance.requests.length];
          return request ? [[request[0], request[1], slot % instance.slots]] : [];
        });
        expect(checkTimetable(instance, meetings).length === 0).toBe(isLegal(instance, meetings));
      }),
      { numRuns: 500 },
    );
  });
});
