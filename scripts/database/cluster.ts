import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, statSync, truncateSync } from 'node:fs';
import { Problem } from '@/scripts/problem';
import type { Binaries } from './binaries';
import { waitUntilOpen } from './connection';
import { addressInUse, logSince, readsStartup, startupProblem, stillShuttingDown } from './server-log';
import { SERVER_ENV, type ServerUser } from './server-user';

export type ClusterOptions = {
  /** The data directory, made by `makeCluster`. */
  directory: string;
  user: ServerUser;
  binaries: Binaries;
  port: number;
  password: string;
  logFile: string;
  /** More settings, `name=value`. */
  settings?: readonly string[];
};

export type Cluster = {
  port: number;
  ownerUrl: string;
  pid: number;
  stop(): Promise<void>;
  exited: Promise<void>;
};

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
  // Terse: the details of a refused row are personal data.
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
];

/** Starts PostgreSQL on the data directory and waits until it answers, through a recovery if there is one. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const logStart = beginLog(options.logFile);
  const child = launch(options);
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ownerUrl = `postgresql://postgres:${options.password}@127.0.0.1:${options.port}/postgres`;
  const abandoned = new AbortController();
  const outcome = await Promise.race([
    waitUntilOpen(ownerUrl, abandoned.signal).then(() => 'open' as const),
    exited.then(() => 'exited' as const),
  ]).finally(() => abandoned.abort());
  if (outcome === 'open' && child.pid) {
    return { port: options.port, ownerUrl, pid: child.pid, exited, stop: () => stop(child, exited) };
  }
  const log = logSince(options.logFile, logStart);
  if (addressInUse(log)) throw new TryAgain('port');
  if (stillShuttingDown(log)) throw new TryAgain('predecessor');
  throw (
    startupProblem(log, options) ??
    new Problem(`PostgreSQL did not start: ${readsStartup(log)} (see ${options.logFile}).`)
  );
}

/** Another program took the port, or what is left of a killed server has not gone yet. */
export class TryAgain extends Error {
  readonly because: 'port' | 'predecessor';
  constructor(because: 'port' | 'predecessor') {
    super(because);
    this.because = because;
  }
}

function launch(options: ClusterOptions): ChildProcess {
  const log = openSync(options.logFile, 'a', 0o600);
  const settings = [...SETTINGS, `port=${options.port}`, ...(options.settings ?? [])].flatMap((setting) => [
    '-c',
    setting,
  ]);
  const child = spawn(options.binaries.postgres, ['-D', options.directory, ...settings], {
    ...options.user,
    // In a group of its own: Ctrl-C reaches it only through `stop`, after the web server has let go of it.
    detached: true,
    cwd: '/',
    stdio: ['ignore', log, log],
    env: SERVER_ENV,
  });
  child.on('error', () => undefined);
  closeSync(log);
  return child;
}

/** Fast shutdown: transactions are ended, everything is written; immediate (recovery follows) after half a minute. */
async function stop(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.kill('SIGINT');
  const last = setTimeout(() => child.kill('SIGQUIT'), 30_000);
  await exited;
  clearTimeout(last);
}

function beginLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < 10e6) return size;
  truncateSync(file);
  return 0;
}
