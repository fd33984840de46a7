import type { Client } from 'pg';
import type { SmallProgram } from './small-program';

/** What the application tells PostgreSQL of whoever asks: the settings `app.*`, empty where it tells nothing. */
export type Settings = { program?: string; startup?: string; role?: string; viewer?: string };

/** The settings of somebody of a small program, as lib/platform/database.ts would make them. */
export function settingsOf(
  { programId, as }: SmallProgram,
  who: Parameters<SmallProgram['as']>[0],
): Required<Settings> {
  const { viewer, role, startupId } = as(who);
  return { program: programId, startup: startupId ?? '', role, viewer: viewer.personId };
}

/** Runs `fn` in one transaction of the application's role with these settings, rolled back at the end. */
export async function asking<T>(app: Client, settings: Settings, fn: () => Promise<T>): Promise<T> {
  const { program = '', startup = '', role = '', viewer = '' } = settings;
  await app.query('begin');
  try {
    await app.query(
      `select set_config('app.program', $1, true), set_config('app.startup', $2, true), set_config('app.role', $3, true), set_config('app.viewer', $4, true)`,
      [program, startup, role, viewer],
    );
    return await fn();
  } finally {
    await app.query('rollback');
  }
}

/** `accepted`, or the constraint or SQLSTATE that refused. */
export async function codeOf(promise: Promise<unknown>): Promise<string | undefined> {
  return promise.then(
    () => 'accepted',
    (error: { code?: string; constraint?: string }) => error.constraint ?? error.code,
  );
}
