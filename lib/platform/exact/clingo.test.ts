import { describe, expect, it } from 'vitest';
import { type ClingoLimits, solveProgram } from './clingo';

const limits = (more: Partial<ClingoLimits> = {}): ClingoLimits => ({
  wanted: 'best',
  options: [],
  signal: new AbortController().signal,
  ...more,
});

/** A pigeon too many: takes any solver far longer than a test waits. */
const PIGEONS = '{ in(P,1..14) } = 1 :- P = 1..15. :- in(P,H), in(Q,H), P < Q.';

/** Threads this process has open, by their ports. */
const openThreads = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;

describe('clingo in a thread', () => {
  it('finds an optimal model and its cost', async () => {
    const program = '{ a; b; c } >= 2. :~ a. [3] :~ b. [1] :~ c. [2]';
    const seen: number[] = [];
    const result = await solveProgram(program, limits({ onModel: ({ cost }) => seen.push(cost ?? -1) }));
    expect(result.status).toBe('optimal');
    expect(result.model).toEqual({ atoms: expect.arrayContaining(['b', 'c']), cost: 3 });
    expect(seen.at(-1)).toBe(3);
  });

  it('tells any model, and that there is none', async () => {
    const any = await solveProgram('1 { a; b } 1.', limits({ wanted: 'first' }));
    expect(any.status).toBe('satisfiable');
    expect(any.model?.atoms).toHaveLength(1);
    const none = await solveProgram('{ a }. :- a. :- not a.', limits());
    expect(none).toEqual({ status: 'infeasible', model: null });
  });

  it('rejects what is no program', async () => {
    await expect(solveProgram('a :- .. b', limits())).rejects.toThrow(/syntax error/);
    await expect(solveProgram('a.', limits({ options: ['--no-such'] }))).rejects.toThrow(/no-such/);
  });

  it('stops in the middle of its work and leaves no thread', async () => {
    const before = openThreads();
    const stopping = new AbortController();
    const running = solveProgram(PIGEONS, limits({ signal: stopping.signal }));
    const deadline = setTimeout(() => stopping.abort(), 500);
    expect(await running).toEqual({ status: 'stopped', model: null });
    clearTimeout(deadline);
    await expect.poll(openThreads).toBe(before);
    expect(await solveProgram('a.', limits({ signal: stopping.signal }))).toEqual({
      status: 'stopped',
      model: null,
    });
  });
});
