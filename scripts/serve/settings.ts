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

/**
 * The environment of this start; a bad variable is a Problem. `isPublic` is for an installation that others use: it has
 * no sample people whatever its address, and an address it must have.
 */
export function readSettings({ isPublic = false } = {}): Settings {
  const [problem] = environmentProblems();
  if (problem) throw new Problem(problem);
  if (isPublic && !env.APP_URL)
    throw new Problem(
      'A start with --public needs APP_URL, the address that people type, such as https://roundtable.example.org.',
    );
  const address = env.APP_URL ?? `http://${shownHost(env.HOST)}:${env.PORT}`;
  return {
    host: env.HOST,
    port: env.PORT,
    dataDir: path.resolve(ROOT, env.DATA_DIR),
    address,
    // A public address before a loopback port is a proxy: strangers come through it.
    isPrivate: !isPublic && isLoopback(env.HOST) && isLoopback(new URL(address).hostname),
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
