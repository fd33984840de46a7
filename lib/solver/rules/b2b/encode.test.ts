import { describe, expect, it } from 'vitest';
import { solveProgram } from '@/lib/platform/exact/clingo';
import { type SampleShape, sampleB2b } from '@/scripts/test/timetable/sample-b2b';
import { tryAll } from '@/scripts/test/timetable/try-all-b2b';
import { checkB2b } from './check';
import { decode, encode, type Goal } from './encode';
import type { B2bProblem } from './problem';

const SHAPE: SampleShape = {
  ...{ participants: 4, meetings: 5, slots: 5, tables: 1 },
  ...{ away: 0.1, fixed: 0.05, ordered: 0.4, halves: 0.1 },
};
/** Tables to spare over the day, not in every slot. */
const ROOMY: SampleShape = {
  ...SHAPE,
  participants: 6,
  slots: 4,
  tables: 2,
  ordered: 0.6,
  away: 0,
  fixed: 0,
};
const EVENTS = [SHAPE, ROOMY].flatMap((shape) =>
  [1, 2, 3, 4].map((seed) => ({ problem: sampleB2b(shape, seed), fairness: seed % 3 })),
);

const ask = (problem: B2bProblem, fairness: number, goal: Goal) =>
  solveProgram(encode(problem, fairness, goal), {
    wanted: goal.kind === 'fewest' ? 'best' : 'first',
    options: [],
    signal: new AbortController().signal,
  });

describe('the event as an answer-set program', () => {
  it('its optimum is that of trying everything', async () => {
    const seen = new Set<number | null>();
    for (const { problem, fairness } of EVENTS) {
      const fewest = tryAll(problem, fairness);
      seen.add(fewest);
      const { status, model } = await ask(problem, fairness, { kind: 'fewest' });
      expect(status).toBe(fewest === null ? 'infeasible' : 'optimal');
      if (!model) continue;
      expect(model.cost).toBe(fewest);
      const report = checkB2b(problem, decode(problem, model.atoms), fairness);
      expect(report).toMatchObject({ faults: [], breaks: fewest });
    }
    expect(seen.size).toBeGreaterThan(2);
  });

  it('says whether there is a plan with at most so many breaks', async () => {
    const { problem, fewest } = EVENTS.map(({ problem }) => ({ problem, fewest: tryAll(problem, 2) })).find(
      (event) => (event.fewest ?? 0) > 0,
    ) as { problem: B2bProblem; fewest: number };
    expect((await ask(problem, 2, { kind: 'at_most', breaks: fewest })).status).toBe('satisfiable');
    expect((await ask(problem, 2, { kind: 'at_most', breaks: fewest - 1 })).status).toBe('infeasible');
    expect((await ask(problem, 2, { kind: 'any' })).status).toBe('satisfiable');
  });

  it('keeps to the tables of a slot also where the day has plenty', async () => {
    const pairs = [0, 2, 4].map((one) => ({ participants: [one, one + 1] as const, fixed: 0 }));
    const problem = (tables: number): B2bProblem => ({
      ...{ participants: 6, slots: 3, morningSlots: 3, tables },
      meetings: pairs.map((pair) => ({ ...pair, half: 'either', after: [] })),
      forbidden: pairs.flatMap(() => [[], []]),
    });
    expect((await ask(problem(2), 2, { kind: 'any' })).status).toBe('infeasible');
    expect((await ask(problem(3), 2, { kind: 'any' })).status).toBe('satisfiable');
  });
});
