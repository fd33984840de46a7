import { z } from 'zod';

export type Count = { passed: number; failed: number };

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

/** A flaky test is a failed one: nothing is tried twice here. */
export function countPlaywright(report: string | null, code: number): Count {
  const stats = parse(PlaywrightReport, report)?.stats;
  const count = { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) };
  return noQuietFailure(count, code);
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
