import path from 'node:path';
import { env, environmentProblems } from '@/lib/platform/env';
import { Problem } from '@/scripts/problem';
import { isLoopback } from './ports';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export type Settings = {
  host: string;
  port: number;
  dataDir: string;
  /** What people type to get here. */
  address: string;
  /** Nobody outside this machine is meant to come: only then may sample accounts exist. */
  isPrivate: boolean;
  databaseUrl: string | undefined;
  databaseAppUrl: string | undefined;
};

/** The environment of this start; a bad variable is a Problem. */
export function readSettings(): Settings {
  const [problem] = environmentProblems();
  if (problem) throw new Problem(problem);
  const address = env.APP_URL ?? `http://${shownHost(env.HOST)}:${env.PORT}`;
  return {
    host: env.HOST,
    port: env.PORT,
    dataDir: path.resolve(ROOT, env.DATA_DIR),
    address,
    // A public address before a loopback port is a proxy: strangers come through it.
    isPrivate: isLoopback(env.HOST) && isLoopback(new URL(address).hostname),
    databaseUrl: env.DATABASE_URL,
    databaseAppUrl: env.DATABASE_APP_URL,
  };
}

/** Where this machine reaches the server itself. */
export function localAddress({ host, port }: Pick<Settings, 'host' | 'port'>): string {
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (host === '::') return `http://[::1]:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function shownHost(host: string): string {
  if (isLoopback(host) || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
