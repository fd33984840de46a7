import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Problem } from '@/scripts/problem';
import { STAGE } from './binaries';
import { canReach, type ServerUser } from './server-user';

/** Makes DATA_DIR for its owner alone; as root others may pass through, so that the user `postgres` can. */
export function makeDataDir(dataDir: string, user: ServerUser): void {
  if (existsSync(dataDir)) return;
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, user.uid === undefined ? 0o700 : 0o711);
}

/**
 * Where the cluster of this DATA_DIR lies: DATA_DIR/postgres, or, where the server's user cannot get there (a home of
 * root), a folder below /var/lib/roundtable-root to which DATA_DIR/postgres is then a link.
 */
export function clusterPlace(dataDir: string, user: ServerUser): string {
  const place = path.join(dataDir, 'postgres');
  const kind = lstatSync(place, { throwIfNoEntry: false });
  if (kind?.isSymbolicLink()) return linkedPlace(dataDir, place);
  if (!canReach(dataDir, user)) {
    if (kind)
      throw new Problem(`The user "postgres" no longer reaches ${place}; open the folders above it again.`);
    return stagePlace(dataDir, place);
  }
  if (kind && statSync(place).uid !== (user.uid ?? process.getuid?.())) {
    throw new Problem(`${place} belongs to another user; start Roundtable as the user who started it first.`);
  }
  return place;
}

function stagePlace(dataDir: string, place: string): string {
  const folder = path.join(STAGE, `data-${randomBytes(4).toString('hex')}`);
  mkdirSync(folder, { recursive: true });
  chmodSync(STAGE, 0o755);
  chmodSync(folder, 0o711);
  writeFileSync(path.join(folder, 'belongs-to'), realpathSync(dataDir));
  writeFileSync(path.join(dataDir, 'WHERE-IS-THE-DATABASE.txt'), explanation(folder));
  symlinkSync(path.join(folder, 'postgres'), place);
  return path.join(folder, 'postgres');
}

function linkedPlace(dataDir: string, place: string): string {
  const target = path.resolve(dataDir, readlinkSync(place));
  if (!target.startsWith(STAGE)) return target;
  const owner = path.join(path.dirname(target), 'belongs-to');
  if (!existsSync(owner)) {
    throw new Problem(
      `The database of ${dataDir} is gone from ${target}; restore it, or remove ${dataDir} to start afresh.`,
    );
  }
  const there = readFileSync(owner, 'utf8');
  const here = realpathSync(dataDir);
  // A copied DATA_DIR carries the link along; two servers on one cluster would ruin it.
  if (there !== here && existsSync(path.join(there, 'postgres'))) {
    throw new Problem(
      `${dataDir} is a copy of ${there} and points to the same database; give it a DATA_DIR of its own.`,
    );
  }
  if (there !== here) writeFileSync(owner, here);
  return target;
}

function explanation(folder: string): string {
  return [
    'Roundtable runs as root here, and PostgreSQL as the user "postgres", who cannot reach this folder.',
    `The database therefore lies in ${folder}; "postgres" beside this file is a link to it.`,
    'Back up both, and remove both to start afresh.',
    '',
  ].join('\n');
}
