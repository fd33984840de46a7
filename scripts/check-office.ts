import { spawnSync } from 'node:child_process';
import { main, Problem } from './problem';

/** Opens what the product exports in LibreOffice. Fails, and says so, where LibreOffice is not installed. */
await main(async () => {
  const version = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) {
    throw new Problem(
      'There is no command "soffice". LibreOffice brings it; on Debian: apt-get install libreoffice-calc',
    );
  }
  console.log(version.stdout.trim());
  const vitest = ['node_modules/.bin/vitest', 'run', '--config', 'scripts/test/office/vitest.config.ts'];
  const [command = '', ...args] = vitest;
  return spawnSync(command, args, { stdio: 'inherit' }).status ?? 1;
});
