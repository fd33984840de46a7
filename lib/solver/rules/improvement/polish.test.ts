import { describe, expect, it } from 'vitest';
import { FAMILIES, makeInstance } from '@/scripts/bench/timetable/families';
import { compile } from '../compile';
import { Search } from '../search/search';
import { Breaks, breaksOf } from './breaks';

describe('polishing', () => {
  it('lowers breaks and evens out meetings without losing a point', () => {
    const search = new Search(compile(makeInstance(FAMILIES.s15k8, 3)), { seed: 2 });
    search.makeDraft();
    search.closeGap(20_000);
    const before = { ...search.plan.reached };
    const breaks = new Breaks(search.plan).total;
    search.polish();
    expect(search.plan.reached).toEqual(before);
    expect(new Breaks(search.plan).total).toBeLessThan(breaks / 2);
  });

  it('counts a gap once however long, and none over a night or at the ends', () => {
    const instance = makeInstance(FAMILIES.s15, 1);
    const free = '1'.repeat(12);
    instance.startupAvailability.fill(free);
    instance.vcAvailability.fill(free);
    instance.dayStarts = [0, 6];
    const { plan } = new Search(compile(instance), {});
    const own = plan.compiled.requestsOf.subarray(0, plan.compiled.requestStart[1]);
    [1, 4, 5, 8, 10].forEach((slot, at) => {
      plan.put(own[at] as number, slot);
    });
    expect(breaksOf(plan, 0)).toBe(2);
  });
});
