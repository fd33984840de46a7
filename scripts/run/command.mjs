// Installs and generates what is missing, then hands over to the TypeScript command on the pinned Node.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateClient } from './generate.mjs';
import { install } from './install.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Exit code of `scripts/<name>.ts` run with these arguments; `install` stops before that. */
export async function run(name, args) {
  const script = path.join(root, 'scripts', `${name}.ts`);
  if (!/^[a-z0-9-]+$/.test(name ?? '') || !(name === 'install' || existsSync(script))) {
    console.error(`There is no command "${name ?? ''}"; see "scripts" in package.json.`);
    return 1;
  }
  try {
    await install(root);
    await generateClient(root);
  } catch (error) {
    console.error(error.sentence ?? error);
    return 1;
  }
  return name === 'install' ? 0 : handOver([script, ...args]);
}

function handOver(args) {
  const node = path.join(root, 'node_modules/.bin/node');
  // `react-server` makes `server-only` an empty module, as it is in the server's own build.
  const child = spawn(node, ['--conditions=react-server', '--import', 'tsx', ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) stopWithNpm(child);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`The pinned Node in node_modules does not start: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

// npm hands signals to the shell between it and us; the shell ends by them, and tells nobody.
function stopWithNpm(child) {
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && child.kill('SIGTERM'), 300).unref();
}
