import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { childEnvironment } from '@/scripts/test/child-environment';
import { ROOT } from './places';

export type Run = {
  files: readonly string[];
  /** `utc` or `kiritimati`; both without it. */
  project?: string;
  stopAtFirst?: boolean;
  /** Milliseconds until it is killed; without it there is no limit. */
  limit?: number;
  environment?: Record<string, string>;
};
/** Names of the failed tests; test files that failed, some of them before their first test. */
export type Outcome = { passed: boolean; timedOut: boolean; failedTests: string[]; failedFiles: string[] };

type Report = {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
};

let runs = 0;

/** Runs test files on the instrumented sources, in a process that can be killed. */
export async function runVitest(run: Run): Promise<Outcome> {
  const report = path.join(tmpdir(), `roundtable-mutation-${process.pid}-${++runs}.json`);
  const options = ['--config=scripts/mutation/vitest.config.ts', '--reporter=json', `--outputFile=${report}`];
  if (run.project) options.push(`--project=${run.project}`);
  if (run.stopAtFirst) options.push('--bail=1', '--maxWorkers=1');
  const child = spawn(
    process.execPath,
    [path.join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', ...options, ...run.files],
    { cwd: ROOT, stdio: 'ignore', env: { ...childEnvironment(), ...run.environment } },
  );
  let timedOut = false;
  const timer = run.limit
    ? setTimeout(() => {
        timedOut = true;
        // Vitest's watchdog ends the workers of a process that is gone.
        child.kill('SIGKILL');
      }, run.limit)
    : undefined;
  const code = await new Promise((resolve) => child.on('error', () => resolve(1)).on('close', resolve));
  clearTimeout(timer);
  const results = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report).testResults : [];
  rmSync(report, { force: true });
  const failed = results.filter(({ status }) => status === 'failed');
  return {
    passed: code === 0,
    timedOut,
    failedFiles: failed.map(({ name }) => path.relative(ROOT, name)),
    failedTests: failed.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    ),
  };
}
