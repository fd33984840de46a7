import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { highsEngine } from '@/lib/platform/exact/highs';
import { everyTimetable, levelsOf } from '@/scripts/test/timetable/brute-force';
import { smallInstances } from '@/scripts/test/timetable/small-instances';
import type { Placed } from '../../schema';
import { checkTimetable } from '../check';
import { forceIn } from './force-in';

const engine = highsEngine();
afterAll(() => engine.close());

const cases = fc.record({
  instance: smallInstances(
    { limits: true, rest: true, refusals: true, fixedTables: true, musts: true, locks: true },
    { wishes: 7 },
  ),
  which: fc.nat(),
  // Without moves only the draft is there, and the engine or the bound has to say what is left.
  iterations: fc.constantFrom(0, 60_000),
});

describe('forcing a wish in', () => {
  it('finds what trying everything finds, with the fewest changes, and what it costs', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ instance, which, iterations }) => {
        const all = everyTimetable(instance);
        const timetable = all[which % all.length] as Placed[];
        const [startup, investor] = instance.requests[which % instance.requests.length] ?? [0, 0];
        const forced = await forceIn(instance, timetable, [startup, investor], {
          iterations,
          engine: { solveMip: engine.solveMip, secondsLeft: () => 5 },
        });
        const possible = all
          .filter((each) => each.some((meeting) => meeting[0] === startup && meeting[1] === investor))
          .map((each) => ({ levels: levelsOf(instance, each), changes: changesIn(timetable, each) }));
        if (possible.length === 0) {
          expect(forced).toBeNull();
          return;
        }
        const best = possible.map((each) => each.levels).reduce((a, b) => (isBetter(b, a) ? b : a));
        const fewest = Math.min(
          ...possible.filter((each) => !isBetter(best, each.levels)).map((each) => each.changes),
        );
        const { reached, bound, cost, meetings, proved, fewestChanges } = forced ?? fail();
        expect([reached.musts, reached.floor, reached.weight]).toEqual(best);
        expect([bound.musts, bound.floor, bound.weight]).toEqual(best);
        expect(proved && fewestChanges).toBe(true);
        expect(checkTimetable(instance, meetings)).toEqual([]);
        expect(levelsOf(instance, meetings)).toEqual(best);
        expect(meetings.some((each) => each[0] === startup && each[1] === investor)).toBe(true);
        expect(changesIn(timetable, meetings)).toBe(fewest);
        const before = levelsOf(instance, timetable);
        expect([cost.musts, cost.floor, cost.weight]).toEqual(
          before.map((level, at) => level - (best[at] as number)),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('without an engine claims only what is so', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ instance, which, iterations }) => {
        const all = everyTimetable(instance);
        const [startup, investor] = instance.requests[which % instance.requests.length] ?? [0, 0];
        const possible = all
          .filter((each) => each.some((meeting) => meeting[0] === startup && meeting[1] === investor))
          .map((each) => levelsOf(instance, each));
        const forced = await forceIn(instance, [], [startup, investor], { iterations });
        expect(forced === null).toBe(possible.length === 0);
        if (!forced) return;
        const best = possible.reduce((a, b) => (isBetter(b, a) ? b : a));
        const { reached, bound } = forced;
        expect(isBetter(best, [bound.musts, bound.floor, bound.weight])).toBe(false);
        expect(checkTimetable(instance, forced.meetings)).toEqual([]);
        if (forced.proved) expect([reached.musts, reached.floor, reached.weight]).toEqual(best);
      }),
      { numRuns: 250 },
    );
  });
});

function changesIn(before: readonly Placed[], after: readonly Placed[]): number {
  return before.filter((meeting) => !after.some((each) => String(each) === String(meeting))).length;
}

function isBetter(one: readonly number[], other: readonly number[]): boolean {
  const first = one.findIndex((value, level) => value !== other[level]);
  return first >= 0 && (one[first] as number) > (other[first] as number);
}

function fail(): never {
  throw new Error('A pair that can meet was called impossible.');
}
