import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/platform/env';
import { Problem } from '@/scripts/problem';
import type { Settings } from './settings';

const FILE = 'sign-in-secret';

/**
 * What next-auth signs its short-lived cookies with. From the environment, else made at the first start and kept in DATA_DIR.
 * Several servers may share an outside database, and have to share this too: there it is required.
 */
export function signInSecret({ dataDir, databaseUrl }: Pick<Settings, 'dataDir' | 'databaseUrl'>): string {
  if (env.NEXTAUTH_SECRET) return env.NEXTAUTH_SECRET;
  if (databaseUrl)
    throw new Problem(
      'A start with DATABASE_URL needs NEXTAUTH_SECRET: at least 32 characters, kept, and the same for every server of this database, such as the output of "openssl rand -base64 33".',
    );
  const file = path.join(dataDir, FILE);
  return read(file) ?? make(file);
}

function read(file: string): string | null {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length >= 32) return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  throw new Problem(`${file} holds no secret; remove it, and the next start makes a new one.`);
}

/** A link appears whole or not at all: of two starts at once both use the first one's. */
function make(file: string): string {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(33).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8').trim();
}
