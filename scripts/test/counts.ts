import { z } from 'zod';

/** `secondTry`: of `passed`, those that failed once. */
export type Count = { passed: number; failed: number; secondTry?: number };

const VitestReport = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
});

/** A step that is one test: it passed when the command exited with 0. */
export function countExit(code: number): Count {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

export function countVitest(report: string | null, code: number): Count {
  const counts = parse(VitestReport, report);
  return noQuietFailure({ passed: counts?.numPassedTests ?? 0, failed: counts?.numFailedTests ?? 0 }, code);
}

/** A journey may pass at its second try, since a machine may be slow once; how many did is told apart. */
export function countPlaywright(report: string | null, code: number): Count {
  const stats = parse(PlaywrightReport, report)?.stats;
  const flaky = stats?.flaky ?? 0;
  const count = { passed: (stats?.expected ?? 0) + flaky, failed: stats?.unexpected ?? 0 };
  return { ...noQuietFailure(count, code), ...(flaky > 0 && { secondTry: flaky }) };
}

export function addCounts(counts: readonly Count[]): Count {
  return counts.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), {
    passed: 0,
    failed: 0,
  });
}

/** A runner that ends badly without a failed test (a file that does not load, a set-up that throws) failed once. */
function noQuietFailure(count: Count, code: number): Count {
  const nothingRan = count.passed + count.failed === 0;
  return (code !== 0 || nothingRan) && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function parse<T>(schema: z.ZodType<T>, report: string | null): T | null {
  try {
    return schema.parse(JSON.parse(report ?? ''));
  } catch {
    return null;
  }
}
