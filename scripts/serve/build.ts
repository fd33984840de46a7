import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isNearlyFull, noSpace, Problem } from '@/scripts/problem';
import { alone, readStamp, writeStamp } from '@/scripts/run/stamp.mjs';
import { sourceHash } from './sources';

/** Builds when a source differs from what the last build was made of; says nothing of a build but its failure. */
export async function ensureBuilt(
  root: string,
  log: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const stamp = path.join(root, '.next/roundtable-sources');
  const isFresh = () =>
    existsSync(path.join(root, '.next/BUILD_ID')) && readStamp(stamp) === sourceHash(root);
  if (isFresh()) return;
  await alone(path.join(root, '.install.lock'), async () => {
    if (isFresh()) return;
    const sources = sourceHash(root);
    log('Building (a minute or two the first time) …');
    // Without its stamp a build that is cut short counts as none.
    rmSync(stamp, { force: true });
    await build(root, signal);
    writeStamp(stamp, sources);
  });
}

async function build(root: string, signal: AbortSignal | undefined): Promise<void> {
  const next = path.join(root, 'node_modules/next/dist/bin/next');
  const preload = path.join(import.meta.dirname, 'exit-with-parent.mjs');
  const child = spawn(process.execPath, ['--import', preload, next, 'build'], {
    cwd: root,
    // The channel tells the build when we are gone: one that goes on would be in the way of the next.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    signal,
    env: buildEnvironment(),
  });
  child.on('error', () => undefined);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  signal?.throwIfAborted();
  if (code === 0) return;
  if (/ENOSPC/.test(said) || isNearlyFull(root, 50)) throw new Problem(noSpace(`the build in ${root}`));
  throw new Problem(`${said.trim()}\n\nThe build failed (see above).`);
}

/** A build that knew this machine's database or addresses could bake them in. */
function buildEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, DATABASE_APP_URL: __, SMTP_URL: ___, ...rest } = process.env;
  return { ...rest, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
}
