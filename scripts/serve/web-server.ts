import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '@/scripts/problem';
import { localAddress, ROOT } from './settings';

export type WebServer = { pid: number; exited: Promise<void>; stop(): Promise<void> };
export type WebServerOptions = {
  mode: 'start' | 'dev';
  host: string;
  port: number;
  /** What the application gets beside the environment of this process. */
  env: Record<string, string>;
  signal?: AbortSignal;
  /** Takes what the server says once it is ready; left out, the console does. */
  listener?: (text: string) => void;
};

/** Starts Next and waits until /api/health/ready says so. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const child = launch(options);
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const output = untilReady(child);
  const server = { pid: child.pid ?? 0, exited, stop: () => stop(child, exited) };
  const outcome = await Promise.race([
    whenReady(`${localAddress(options)}/api/health/ready`, options.signal),
    exited.then(() => 'exited' as const),
  ]);
  if (outcome === 'ready') {
    output.letThrough(options.listener);
    return server;
  }
  await server.stop();
  options.signal?.throwIfAborted();
  if (outcome === 'exited')
    throw new Problem(`${output.said()}\n\nThe web server did not start (see above).`);
  throw new Problem(`${output.said()}\n\nThe web server does not get ready: ${outcome}.`);
}

function launch({ mode, host, port, env }: WebServerOptions): ChildProcess {
  const preloads = [
    'exit-with-parent.mjs',
    'local-mark.mjs',
    'readable-request.mjs',
    'short-form.mjs',
  ].flatMap((file) => ['--import', path.join(import.meta.dirname, file)]);
  const next = path.join(ROOT, 'node_modules/next/dist/bin/next');
  // A proxy keeps its idle connections for a minute: closing them sooner here would fail requests on their way.
  const patience = mode === 'start' ? ['--keepAliveTimeout', '75000'] : [];
  const args = [...preloads, next, mode, '-H', host, '-p', String(port), ...patience];
  return spawn(process.execPath, args, {
    cwd: ROOT,
    // In a group of its own: Ctrl-C reaches it once, through `stop`.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      ...env,
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HOST: host,
      PORT: String(port),
      LOCAL_MARK: randomBytes(32).toString('hex'),
      // Where next-auth answers, as people type it.
      NEXTAUTH_URL: new URL('/api/auth', env.APP_URL ?? localAddress({ host, port })).href,
    },
  });
}

/** Keeps the server's greeting to itself; what it says from then on goes to the console. */
function untilReady(child: ChildProcess): {
  said(): string;
  letThrough(listener?: (text: string) => void): void;
} {
  const kept: Buffer[] = [];
  const keep = (chunk: Buffer) => kept.push(chunk);
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return {
    said: () => Buffer.concat(kept).toString('utf8').trim(),
    letThrough: (listener) => {
      for (const [from, to] of [
        [child.stdout, process.stdout],
        [child.stderr, process.stderr],
      ] as const) {
        from?.off('data', keep);
        if (listener) from?.setEncoding('utf8').on('data', listener);
        else from?.pipe(to);
      }
    },
  };
}

async function whenReady(url: string, signal: AbortSignal | undefined): Promise<string> {
  let last = 'it does not answer';
  for (let tries = 0; tries < 600 && !signal?.aborted; tries++) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(60_000) }).catch(() => null);
    if (answer?.status === 200) return 'ready';
    if (answer) last = `${url} answers ${answer.status}`;
    await sleep(100);
  }
  return last;
}

async function stop(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const last = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await exited;
  clearTimeout(last);
}
