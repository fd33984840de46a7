import { afterAll, describe, expect, it } from 'vitest';
import { highsEngine } from './highs';

const engine = highsEngine();
afterAll(() => engine.close());

const MODEL = `Maximize
 value: 3 x + 2 y
Subject To
 a: x + y <= 4
 b: x + 3 y <= 6
 c: x <= 3.5
`;

/** Market split: a few dozen columns on which branch and bound takes for ever. */
function endless(): string {
  const columns = Array.from({ length: 40 }, (_, at) => `x${at}`);
  const rows = Array.from({ length: 5 }, (_, row) => {
    const factors = columns.map((_, at) => (at * at * 37 + row * 61 + at * (row + 3) * 17) % 97);
    const half = Math.floor(factors.reduce((sum, each) => sum + each, 0) / 2);
    return ` r${row}: ${factors.map((factor, at) => `${factor} x${at}`).join(' + ')} + over${row} - under${row} = ${half}`;
  });
  const off = rows.map((_, row) => `- over${row} - under${row}`).join(' ');
  return `Maximize\n value: ${off}\nSubject To\n${rows.join('\n')}\nBinary\n ${columns.join(' ')}\nEnd\n`;
}

describe('the HiGHS engine', () => {
  it('solves a whole-number program', async () => {
    const answer = await engine.solveMip(`${MODEL}General\n x y\nEnd\n`, { seconds: 10 });
    expect(answer).toMatchObject({ status: 'optimal', objective: 11, bound: 11, byName: { x: 3, y: 1 } });
    expect(answer.duals).toEqual({});
  });

  it('solves a linear program with its row prices', async () => {
    const answer = await engine.solveLp(`${MODEL}End\n`, { seconds: 10 });
    expect(answer.objective).toBeCloseTo(11.5, 9);
    expect(answer.duals.a).toBeCloseTo(2, 9);
    expect(answer.duals.c).toBeCloseTo(1, 9);
  });

  it('says that nothing fits', async () => {
    const lp = 'Maximize\n value: x\nSubject To\n a: x + y <= 4\n b: x + y >= 6\nBinary\n x y\nEnd\n';
    expect((await engine.solveMip(lp, { seconds: 10 })).status).toBe('infeasible');
  });

  it('refuses a text that is no model, and goes on working', async () => {
    await expect(engine.solveMip('no model', { seconds: 10 })).rejects.toThrow('HiGHS');
    expect((await engine.solveMip(`${MODEL}End\n`, { seconds: 10 })).status).toBe('optimal');
  });

  it('keeps the best solution when its time is up', async () => {
    const answer = await engine.solveMip(endless(), { seconds: 0.5 });
    expect(answer.status).toBe('stopped');
    expect(answer.objective).toBeLessThanOrEqual(answer.bound ?? Number.NaN);
  });

  it('begins with the solution it is given', async () => {
    const seen: (number | null)[] = [];
    const half = { ...Object.fromEntries(Array.from({ length: 3 }, (_, at) => [`x${at}`, 1])) };
    const lp = `Maximize\n value: x0 + x1 + x2 + x3\nSubject To\n a: x0 + x1 + x2 + x3 <= 3\nBinary\n x0 x1 x2 x3\nEnd\n`;
    const answer = await engine.solveMip(lp, {
      seconds: 5,
      start: half,
      onProgress: (progress) => seen.push(progress.objective),
    });
    expect(answer.objective).toBe(3);
    expect(answer.byName).toEqual(half);
  });

  it('several at once do not wait for each other, and stop when asked, keeping the best', async () => {
    const leave = new AbortController();
    const endlessly = engine.solveMip(endless(), {
      seconds: 60,
      signal: leave.signal,
      onProgress: ({ objective }) => objective !== null && leave.abort(),
    });
    expect((await engine.solveMip(`${MODEL}End\n`, { seconds: 10 })).status).toBe('optimal');
    const answer = await endlessly;
    expect(answer.status).toBe('stopped');
    expect(answer.objective).not.toBeNull();
  });

  it('ends with nothing left when closed', async () => {
    const own = highsEngine();
    // Longer than a test may take: only closing ends it.
    const run = own.solveMip(endless(), { seconds: 3600 });
    await own.close();
    expect((await run).status).toBe('stopped');
  });
});
