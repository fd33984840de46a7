import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { pairFilter } from './schema';

const filter = z.strictObject(pairFilter);

describe('a filter of pairs that is on or off', () => {
  test.each(['1', 'true', true])('is on by %o', (value) => {
    expect(filter.parse({ overdue: value, unscheduled: value })).toEqual({
      overdue: true,
      unscheduled: true,
    });
  });

  test('is off where it is left out; no other word turns it on', () => {
    expect(filter.parse({})).toEqual({});
    for (const value of ['', '0', 'false', 'yes', 1, false])
      expect([value, filter.safeParse({ overdue: value }).success]).toEqual([value, false]);
  });
});
