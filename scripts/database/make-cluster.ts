import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '@/scripts/problem';
import { type Binaries, MAJOR } from './binaries';
import { readsStartup, startupProblem } from './server-log';
import { SERVER_ENV, type ServerUser } from './server-user';

/** Makes the data directory unless it is there. Made aside and renamed: one that was cut short is made again. */
export function makeCluster(directory: string, password: string, user: ServerUser, binaries: Binaries): void {
  if (existsSync(directory)) {
    requireOurMajor(directory);
    return;
  }
  const draft = `${directory}.new`;
  const passwordFile = `${directory}.password`;
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    for (const file of [draft, passwordFile])
      if (user.uid !== undefined) chownSync(file, user.uid, user.gid ?? user.uid);
    initdb(draft, passwordFile, user, binaries);
    renameSync(draft, directory);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function initdb(draft: string, passwordFile: string, user: ServerUser, binaries: Binaries): void {
  const made = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${draft}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // PostgreSQL's own UTF-8: the same order on every machine, whatever locales it has.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ],
    { ...user, cwd: '/', encoding: 'utf8', env: SERVER_ENV },
  );
  if (made.status === 0) return;
  const said = `${made.stdout ?? ''}${made.stderr ?? ''}${made.error?.message ?? ''}`;
  throw (
    startupProblem(said, { directory: path.dirname(draft) }) ??
    new Problem(`The database could not be made: ${readsStartup(said)}.`)
  );
}

function requireOurMajor(directory: string): void {
  const file = path.join(directory, 'PG_VERSION');
  const major = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN;
  if (Number.isNaN(major))
    throw new Problem(`${directory} is not a PostgreSQL data directory; move it away and start again.`);
  if (major > MAJOR) {
    throw new Problem(
      `${directory} was made by the newer PostgreSQL ${major}, this Roundtable brings ${MAJOR}; start the newer Roundtable.`,
    );
  }
  if (major < MAJOR) {
    throw new Problem(
      `${directory} was made by PostgreSQL ${major}, this Roundtable brings ${MAJOR}; dump it with the older Roundtable first.`,
    );
  }
}
