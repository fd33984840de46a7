import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { highsEngine } from '@/lib/platform/exact/highs';
import { everyTimetable, isLegal, levelsOf, weightOf } from '@/scripts/test/timetable/brute-force';
import { smallInstances } from '@/scripts/test/timetable/small-instances';
import { compile } from '../compile';
import { timeExpandedModel } from './time-expanded';

const engine = highsEngine();
afterAll(() => engine.close());

const everything = smallInstances({
  limits: true,
  rest: true,
  fixedTables: true,
  refusals: true,
  musts: true,
  locks: true,
});
const best = (values: number[]) => values.reduce((most, value) => Math.max(most, value), 0);

describe('the time-expanded model', () => {
  it('finds what trying everything finds, under all hard rules', async () => {
    await fc.assert(
      fc.asyncProperty(everything, async (instance) => {
        const model = timeExpandedModel(compile(instance));
        const answer = await engine.solveMip(model.lp, { seconds: 10 });
        const meetings = model.meetings(answer.byName);
        const most = best(everyTimetable(instance).map((each) => weightOf(instance, each)));
        expect(answer.status).toBe('optimal');
        expect(isLegal(instance, meetings)).toBe(true);
        expect(weightOf(instance, meetings)).toBe(most);
        expect(answer.bound).toBeCloseTo(most, 6);
      }),
      { numRuns: 80 },
    );
  });

  it('counts musts and meetings towards the floors, and keeps what they reached', async () => {
    await fc.assert(
      fc.asyncProperty(everything, async (instance) => {
        const compiled = compile(instance);
        const values = everyTimetable(instance).map((each) => levelsOf(instance, each));
        const musts = best(values.map((value) => value[0]));
        const floor = best(values.filter((value) => value[0] === musts).map((value) => value[1]));
        const weight = best(
          values.filter((value) => value[0] === musts && value[1] === floor).map((value) => value[2]),
        );
        const found = await engine.solveMip(timeExpandedModel(compiled, { aim: 'musts' }).lp, {
          seconds: 10,
        });
        const second = timeExpandedModel(compiled, { aim: 'floor', atLeast: { musts } });
        const third = timeExpandedModel(compiled, { atLeast: { musts, floor } });
        expect(found.objective).toBeCloseTo(musts, 6);
        expect((await engine.solveMip(second.lp, { seconds: 10 })).objective).toBeCloseTo(floor, 6);
        expect((await engine.solveMip(third.lp, { seconds: 10 })).objective).toBeCloseTo(weight, 6);
      }),
      { numRuns: 30 },
    );
  });

  it('as a linear program gives row prices that bound every timetable', async () => {
    await fc.assert(
      fc.asyncProperty(smallInstances({ limits: true, rest: true }), async (instance) => {
        const model = timeExpandedModel(compile(instance), { whole: false });
        const answer = await engine.solveMip(model.lp, { seconds: 10 });
        const right = (name: string) =>
          Number(new RegExp(` ${name}:[^<>=]*[<>]?= (\\d+)`).exec(model.lp)?.[1] ?? Number.NaN);
        const priced = Object.entries(answer.duals).reduce(
          (sum, [row, price]) => sum + price * right(row),
          0,
        );
        expect(Object.values(answer.duals).every((price) => price > -1e-9)).toBe(true);
        expect(priced).toBeCloseTo(answer.objective ?? Number.NaN, 6);
        for (const each of everyTimetable(instance)) {
          expect(weightOf(instance, each)).toBeLessThanOrEqual(priced + 1e-6);
        }
      }),
      { numRuns: 30 },
    );
  });
});
