import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { Problem } from '@/scripts/problem';

/** Whom PostgreSQL runs as. Empty: whoever runs this; PostgreSQL itself refuses to run as root. */
export type ServerUser = { uid?: number; gid?: number };

/** What the server and initdb see of the environment: nothing that changes how they speak or what they trust. */
export const SERVER_ENV: NodeJS.ProcessEnv = { PATH: process.env.PATH, LC_ALL: 'C', NODE_ENV: 'production' };

const NAME = 'postgres';

/** The system user `postgres`, made if missing, where this runs as root. */
export function serverUser(): ServerUser {
  if (userInfo().uid !== 0) return {};
  return find() ?? create();
}

function find(): ServerUser | null {
  const uid = spawnSync('id', ['-u', NAME], { encoding: 'utf8' });
  const gid = spawnSync('id', ['-g', NAME], { encoding: 'utf8' });
  if (uid.status !== 0 || gid.status !== 0) return null;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function create(): ServerUser {
  const shell = '/usr/sbin/nologin';
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    shell,
    NAME,
  ]);
  const user = find();
  if (user) return user;
  throw new Problem(
    'PostgreSQL refuses to run as root and the system user "postgres" could not be made; start Roundtable as an ordinary user.',
  );
}

/** Whether that user can step into the directory. */
export function canReach(directory: string, user: ServerUser): boolean {
  if (user.uid === undefined) return true;
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$0"', directory], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
  );
}
