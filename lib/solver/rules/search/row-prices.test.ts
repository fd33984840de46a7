import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { highsEngine } from '@/lib/platform/exact/highs';
import { everyTimetable, levelsOf } from '@/scripts/test/timetable/brute-force';
import { smallInstances } from '@/scripts/test/timetable/small-instances';
import { provenBound } from '../certificate/check';
import { compile } from '../compile';
import { timeExpandedModel } from '../exact/time-expanded';
import { proofFromRows } from './row-prices';

const engine = highsEngine();
afterAll(() => engine.close());

// Two that share a fixed table have a row of their own, for which there is no price.
const priced = smallInstances(
  { limits: true, rest: true, refusals: true, musts: true, locks: true },
  { slots: 4, wishes: 6 },
);

describe('the row prices of the time-expanded program', () => {
  it('prove as whole numbers what the engine says in fractions, whatever was reached before', async () => {
    await fc.assert(
      fc.asyncProperty(priced, async (instance) => {
        const compiled = compile(instance);
        const all = everyTimetable(instance).map((each) => levelsOf(instance, each));
        const musts = Math.max(...all.map(([each]) => each));
        const floor = Math.max(...all.filter(([each]) => each === musts).map(([, each]) => each));
        const { lp } = timeExpandedModel(compiled, { atLeast: { musts, floor }, whole: false });
        const { objective, duals } = await engine.solveLp(lp, { seconds: 10 });
        const proof = proofFromRows(compiled, 'weight', duals);
        const bound = provenBound(instance, proof, { musts, floor });
        expect(bound).toBe(Math.floor((objective ?? Number.NaN) + 1e-6));
      }),
      { numRuns: 150 },
    );
  });
});
