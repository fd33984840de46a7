import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ROOT } from './serve/settings';

/** More than a pipe holds, and read later than it is written. */
const LONG = 1_000_000;

test('a long answer goes out whole, however slowly it is read', async () => {
  const problem = path.join(ROOT, 'scripts/problem.ts');
  const code = `import { main } from ${JSON.stringify(problem)};
    await main(async () => console.log('x'.repeat(${LONG})));`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const left = new Promise((resolve) => child.on('exit', resolve));
  await sleep(500);
  let length = 0;
  for await (const chunk of child.stdout) {
    length += (chunk as Buffer).length;
    await sleep(5);
  }
  expect([length, await left]).toEqual([LONG + 1, 0]);
});
