import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyTimetable } from '@/scripts/test/timetable/brute-force';
import { smallInstances } from '@/scripts/test/timetable/small-instances';
import type { Instance } from '../../schema';
import { forcedByLocks } from './forced';
import { recount } from './recount';

const locked: Instance = {
  name: 'locked',
  slots: 4,
  tablesPerSlot: 2,
  startupAvailability: ['1011', '0001'],
  vcAvailability: ['1111', '1111'],
  requests: [
    [0, 0, 1],
    [0, 1, 1],
    [1, 1, 1],
  ],
  locks: [
    [0, 0, 0],
    [0, 1, 2],
  ],
  vcTable: [0, 1],
};

describe('what locks force', () => {
  it('is a break over a blackout, a change between fixed tables, a startup that stays behind', () => {
    expect(forcedByLocks(locked)).toEqual({ breaks: 1, fairness: 1, table_changes: 1 });
    expect(forcedByLocks({ ...locked, dayStarts: [0, 2] })).toEqual({
      breaks: 0,
      fairness: 1,
      table_changes: 0,
    });
    expect(forcedByLocks({ ...locked, locks: [] })).toEqual({ breaks: 0, fairness: 0, table_changes: 0 });
  });

  it('is never more than a timetable can do with', () => {
    const instances = smallInstances({ locks: true, limits: true, rest: true }, { slots: 4, wishes: 5 });
    fc.assert(
      fc.property(instances, (instance) => {
        const forced = forcedByLocks(instance);
        for (const each of everyTimetable(instance)) {
          const reached = recount(instance, each);
          expect(reached.breaks).toBeGreaterThanOrEqual(forced.breaks);
          expect(reached.fairness).toBeGreaterThanOrEqual(forced.fairness);
        }
      }),
      { numRuns: 200 },
    );
  });
});
