import { type Hits, testsOf } from './hits';
import type { Mutant } from './mutants';
import { type Outcome, type Run, runVitest } from './vitest';

/**
 * `refused`: does not compile, so that it is no mutant. `unreached`: no test runs through it. Both it and `survived` are
 * work for whoever reads the report.
 */
export type Status = 'refused' | 'killed' | 'survived' | 'unreached';
export type Verdict = {
  status: Status;
  /** What failed, or that it took too long. */
  by?: string;
  /** Test files that run through it but were not tried, since the time for one mutant was over. */
  untried: number;
};

type RunTests = (run: Run) => Promise<Outcome>;

/** Seconds of tests for one mutant, as long as they take without it. */
const PATIENCE = 40;

/** Runs the tests of a mutant, one file after the other, until one fails. */
export async function tryMutant(
  mutant: Pick<Mutant, 'id' | 'key' | 'file'>,
  hits: readonly Hits[],
  run: RunTests = runVitest,
): Promise<Verdict> {
  const tests = testsOf(mutant, hits);
  if (tests.length === 0) return { status: 'unreached', untried: 0 };
  let spent = 0;
  for (const [tried, { file, project, seconds }] of tests.entries()) {
    spent += seconds;
    if (tried > 0 && spent > PATIENCE) return { status: 'survived', untried: tests.length - tried };
    const same = { files: [file], project, stopAtFirst: true, limit: (60 + 5 * seconds) * 1000 };
    const outcome = await run({ ...same, environment: { __STRYKER_ACTIVE_MUTANT__: mutant.id } });
    // A busy machine makes every test slow: only one that ends in time without the mutant says something.
    if (outcome.passed || (outcome.timedOut && (await run(same)).timedOut)) continue;
    const by = outcome.timedOut ? 'no end' : (outcome.failedTests[0] ?? 'does not load');
    return { status: 'killed', by: `${file}: ${by}`, untried: 0 };
  }
  return { status: 'survived', untried: 0 };
}
