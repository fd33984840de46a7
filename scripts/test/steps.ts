import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Problem, sentenceOf } from '@/scripts/problem';
import { ensureBuilt } from '@/scripts/serve/build';
import { ROOT } from '@/scripts/serve/settings';
import { findBrowser } from './browser';
import { childEnvironment } from './child-environment';
import { type Count, countExit, countPlaywright, countVitest } from './counts';

export type Step = { name: string; run: () => Promise<Count> };

const PACKAGES = path.join(ROOT, 'node_modules');
const BIOME = path.join(PACKAGES, '@biomejs/biome/bin/biome');
const KNIP = path.join(PACKAGES, 'knip/bin/knip.js');
const QUIET = ['--no-progress'];
const WITHOUT_TESTS = ['--production', '--include', 'files'];
const NEXT = path.join(PACKAGES, 'next/dist/bin/next');
const TSC = path.join(PACKAGES, 'typescript/bin/tsc');
const VITEST = path.join(PACKAGES, 'vitest/vitest.mjs');
const FUZZ = path.join(ROOT, 'scripts/fuzz.ts');
const PLAYWRIGHT = path.join(PACKAGES, '@playwright/test/cli.js');

/** Everything that proves Roundtable, the quickest first. */
export const STEPS: readonly Step[] = [
  { name: 'format and lint', run: async () => countExit(await node([BIOME, 'ci', '.'])) },
  {
    name: 'types',
    run: async () => countExit((await node([NEXT, 'typegen'])) || (await node([TSC, '--noEmit']))),
  },
  {
    name: 'files, exports and packages nobody uses',
    // Once more without the tests: a file that they alone use is none of the product's.
    run: async () =>
      countExit((await node([KNIP, ...QUIET])) || (await node([KNIP, ...QUIET, ...WITHOUT_TESTS]))),
  },
  { name: 'unit, architecture and integration', run: unitTests },
  { name: 'production build', run: productionBuild },
  { name: 'fuzz', run: fuzzTest },
  { name: 'browser', run: browserTests },
];

function unitTests(): Promise<Count> {
  return withReport(async (report) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await node([VITEST, 'run', ...reporters]);
    return countVitest(read(report), code);
  });
}

let isBuilt = false;

async function productionBuild(): Promise<Count> {
  try {
    await ensureBuilt(ROOT, console.log);
    isBuilt = true;
    return countExit(0);
  } catch (error) {
    console.error(sentenceOf(error));
    return countExit(1);
  }
}

/** Counts as one test. `npm run fuzz` sends more requests, by other seeds. */
async function fuzzTest(): Promise<Count> {
  if (isBuilt) return countExit(await node(['--conditions=react-server', '--import', 'tsx', FUZZ]));
  console.error('Without a build there is nothing to send requests to.');
  return countExit(1);
}

function browserTests(): Promise<Count> {
  return withReport(async (report) => {
    try {
      if (!isBuilt) throw new Problem('Without a build there is nothing to open in a browser.');
      await findBrowser();
    } catch (error) {
      console.error(sentenceOf(error));
      return countExit(1);
    }
    const code = await node([PLAYWRIGHT, 'test', '--reporter=line,json'], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    });
    return countPlaywright(read(report), code);
  });
}

/** Exit code of one of the installed tools, on the pinned Node, with nothing of this machine's own settings. */
function node(args: string[], extra: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...childEnvironment(), ...extra },
  });
  return new Promise((resolve) =>
    child.on('error', () => resolve(1)).on('close', (code) => resolve(code ?? 1)),
  );
}

async function withReport(work: (report: string) => Promise<Count>): Promise<Count> {
  const folder = mkdtempSync(path.join(tmpdir(), 'roundtable-report-'));
  try {
    return await work(path.join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
