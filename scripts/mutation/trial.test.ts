import { describe, expect, test } from 'vitest';
import { type Hits, testsOf } from './hits';
import { tryMutant } from './trial';
import type { Run } from './vitest';

const MUTANT = { id: '12', file: 'lib/pair/rules/late.ts', key: 'lib/pair/rules/late.ts@abc#3' };
const PASSED = { passed: true, timedOut: false, failedTests: [], failedFiles: [] };

function hits(file: string, seconds = 1, more: Partial<Hits> = {}): Hits {
  const mutants = { 'lib/pair/rules/late.ts@abc': [1, 3] };
  return { file, project: 'utc', hash: '', seconds, failed: false, mutants, ...more };
}

/** Answers as told for the files named, and passes for the others; keeps what it was asked to run. */
function runner(answers: Record<string, object>) {
  const runs: Run[] = [];
  const run = async (asked: Run) => {
    runs.push(asked);
    return { ...PASSED, ...answers[asked.files[0] as string] };
  };
  return { runs, run };
}

describe('which tests try a mutant', () => {
  test('those that run through it, the nearest first, of these the quickest', () => {
    const all = [
      hits('lib/funnel/queries/golden.test.ts', 1),
      hits('lib/pair/rules/moves.test.ts', 9),
      hits('lib/pair/rules/late.test.ts', 20),
      hits('lib/pair/rules/cells.test.ts', 2),
      hits('lib/pair/rules/edits.test.ts', 1, { mutants: { 'lib/pair/rules/late.ts@abc': [1] } }),
    ];
    expect(testsOf(MUTANT, all).map(({ file }) => file)).toEqual([
      'lib/pair/rules/late.test.ts',
      'lib/pair/rules/cells.test.ts',
      'lib/pair/rules/moves.test.ts',
      'lib/funnel/queries/golden.test.ts',
    ]);
  });

  test('none that fails without it', () => {
    expect(testsOf(MUTANT, [hits('lib/pair/rules/late.test.ts', 1, { failed: true })])).toEqual([]);
  });

  test('when the source has changed since, all that ran through the source', () => {
    const changed = { ...MUTANT, key: 'lib/pair/rules/late.ts@def#8' };
    expect(testsOf(changed, [hits('a.test.ts'), hits('b.test.ts', 1, { mutants: {} })])).toHaveLength(1);
  });
});

describe('the verdict', () => {
  const all = [hits('lib/pair/rules/late.test.ts'), hits('lib/pair/queries/sort.test.ts')];

  test('is killed by the first test that fails; no other runs then', async () => {
    const { runs, run } = runner({
      'lib/pair/rules/late.test.ts': { passed: false, failedTests: ['is late'] },
    });
    expect(await tryMutant(MUTANT, all, run)).toEqual({
      status: 'killed',
      by: 'lib/pair/rules/late.test.ts: is late',
      untried: 0,
    });
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ project: 'utc', environment: { __STRYKER_ACTIVE_MUTANT__: '12' } });
  });

  test('is killed by a test that does not end, though it does without the mutant', async () => {
    const file = 'lib/pair/rules/late.test.ts';
    const { runs, run } = runner({});
    const endless = async (asked: Run) =>
      asked.environment ? { ...(await run(asked)), passed: false, timedOut: true } : run(asked);
    expect(await tryMutant(MUTANT, all, endless)).toMatchObject({ status: 'killed', by: `${file}: no end` });
    expect(runs.map(({ files }) => files)).toEqual([[file], [file]]);
  });

  test('is not killed by a machine on which nothing ends', async () => {
    const slow = { passed: false, timedOut: true };
    const { run } = runner({ 'lib/pair/rules/late.test.ts': slow, 'lib/pair/queries/sort.test.ts': slow });
    expect(await tryMutant(MUTANT, all, run)).toMatchObject({ status: 'survived' });
  });

  test('is survived when all pass', async () => {
    const { runs, run } = runner({});
    expect(await tryMutant(MUTANT, all, run)).toEqual({ status: 'survived', untried: 0 });
    expect(runs).toHaveLength(2);
  });

  test('tells how many were left when the time for it was over', async () => {
    const { runs, run } = runner({});
    const slow = [hits('a.test.ts', 50), hits('b.test.ts', 60), hits('c.test.ts', 70)];
    expect(await tryMutant(MUTANT, slow, run)).toEqual({ status: 'survived', untried: 2 });
    expect(runs).toHaveLength(1);
  });

  test('is unreached when no test runs through it', async () => {
    expect(await tryMutant(MUTANT, [], runner({}).run)).toEqual({ status: 'unreached', untried: 0 });
  });
});
