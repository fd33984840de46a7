import { setImmediate } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { solveProgram } from '@/lib/platform/exact/clingo';
import { highsEngine } from '@/lib/platform/exact/highs';
import { type SampleShape, sampleB2b } from '@/scripts/test/timetable/sample-b2b';
import { tryAll } from '@/scripts/test/timetable/try-all-b2b';
import { neverStop } from '../ports';
import { checkB2b } from './check';
import type { B2bProblem } from './problem';
import { type B2bSearch, solveB2b } from './solve';

const search = (more: Partial<B2bSearch> = {}): B2bSearch => ({
  ...{ fairness: 2, seed: 1, moves: 2_000, shouldStop: neverStop, pause: () => setImmediate() },
  signal: new AbortController().signal,
  ...more,
});

const TINY: SampleShape = {
  ...{ participants: 4, meetings: 6, slots: 5, tables: 2 },
  ...{ away: 0.2, fixed: 0.1, ordered: 0.25, halves: 0.1 },
};
const TIGHT: SampleShape = { ...TINY, slots: 4, meetings: 5, away: 0.05, ordered: 0.4, fixed: 0.2 };
const EVENTS = [
  ...[1, 2, 3, 4, 5, 6].map((seed) => ({ problem: sampleB2b(TINY, seed), fairness: seed % 3 })),
  ...[1, 2, 3, 4, 5, 6].map((seed) => ({ problem: sampleB2b(TIGHT, seed), fairness: seed % 3 })),
];

/** Two people meet at both ends of a day of three: each has a break, and so nobody differs. */
const BREAK_FOR_ALL: B2bProblem = {
  ...{ participants: 3, slots: 5, morningSlots: 2, tables: 1, forbidden: [[], [], []] },
  meetings: [
    { participants: [0, 1], fixed: 0, half: 'either', after: [] },
    { participants: [1, 2], fixed: 2, half: 'either', after: [] },
    { participants: [0, 2], fixed: 4, half: 'either', after: [] },
  ],
};

/** Three people who all meet each other have a break between them, which no counting of seats can tell. */
const TRIANGLE: B2bProblem = {
  ...{ participants: 3, slots: 3, morningSlots: 2, tables: 2, forbidden: [[], [], []] },
  meetings: BREAK_FOR_ALL.meetings.map((meeting) => ({ ...meeting, fixed: null })),
};

const { solveMip: solveModel, close } = highsEngine();
afterAll(close);

describe('fewest breaks', () => {
  it('agrees with trying everything, and every plan passes the checker', async () => {
    const seen = { infeasible: 0, none: 0, some: 0 };
    for (const { problem, fairness } of EVENTS) {
      const fewest = tryAll(problem, fairness);
      const answer = await solveB2b(problem, search({ fairness, moves: 200, solveProgram, solveModel }));
      expect(answer).toMatchObject({ proved: true, infeasible: fewest === null, breaks: fewest });
      expect(answer.bound).toBe(fewest ?? 0);
      if (answer.slots)
        expect(checkB2b(problem, answer.slots, fairness)).toMatchObject({ faults: [], breaks: fewest });
      seen[fewest === null ? 'infeasible' : fewest === 0 ? 'none' : 'some']++;
    }
    // The events drawn are of every kind.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(1);
  });

  it('fairness counts differences: a break for everybody is fair', async () => {
    expect(tryAll(BREAK_FOR_ALL, 0)).toBe(3);
    const answer = await solveB2b(BREAK_FOR_ALL, search({ fairness: 0, solveProgram }));
    expect(answer).toMatchObject({ breaks: 3, bound: 3, proved: true });
  });

  it('an event without meetings has a plan without breaks', async () => {
    const empty = { ...BREAK_FOR_ALL, meetings: [] };
    expect(await solveB2b(empty, search())).toMatchObject({ breaks: 0, proved: true, slots: [] });
  });

  it('a circle of meetings that come after each other has no plan, which needs no engine', async () => {
    const [one, two] = BREAK_FOR_ALL.meetings;
    const circle = [
      { ...one, fixed: null, after: [1] },
      { ...two, fixed: null, after: [0] },
    ] as B2bProblem['meetings'];
    const answer = await solveB2b({ ...BREAK_FOR_ALL, meetings: circle }, search());
    expect(answer).toEqual({ breaks: null, bound: 0, proved: true, infeasible: true, slots: null });
  });

  it('what clingo finds impossible raises the bound by one', async () => {
    const asked: string[] = [];
    const answer = await solveB2b(
      TRIANGLE,
      search({
        solveProgram: async (program, { wanted, signal }) => {
          if (wanted === 'first') {
            asked.push(program);
            return { status: 'infeasible', model: null };
          }
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
          return { status: 'stopped', model: null };
        },
      }),
    );
    expect(asked).toHaveLength(1);
    expect(answer).toMatchObject({ breaks: 1, bound: 1, proved: true });
  });

  it('an engine that fails leaves the plan of the annealing, unproved, and is told of', async () => {
    const told: unknown[] = [];
    const solveProgram = () => Promise.reject(new Error('out of memory'));
    const answer = await solveB2b(TRIANGLE, search({ solveProgram, onTrouble: (error) => told.push(error) }));
    expect(answer).toMatchObject({ breaks: 1, bound: 0, proved: false, infeasible: false });
    expect(told).not.toHaveLength(0);
  });

  it('stopped in the middle, keeps the best so far and ends its engines', async () => {
    const stopping = new AbortController();
    let running = 0;
    const untilStopped: B2bSearch['solveProgram'] = (_, { signal }) => {
      running++;
      if (running === 2) queueMicrotask(() => stopping.abort());
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          running--;
          resolve({ status: 'stopped', model: null });
        });
      });
    };
    const answer = await solveB2b(
      TRIANGLE,
      search({
        solveProgram: untilStopped,
        signal: stopping.signal,
        shouldStop: () => stopping.signal.aborted,
      }),
    );
    expect(answer).toMatchObject({ breaks: 1, bound: 0, proved: false });
    expect(running).toBe(0);
  });
});
