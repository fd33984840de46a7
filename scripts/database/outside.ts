import { Problem } from '@/scripts/problem';
import { withClient } from './connection';

const OLDEST = 15;

/** Throws one sentence when the database cannot be used: unreachable, refused, too old. */
export async function requireDatabase(variable: string, url: string): Promise<void> {
  const version = await withClient(url, async (client) => {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    return rows[0]?.version ?? 0;
  }).catch((error: unknown) => {
    throw new Problem(connectionSentence(variable, url, error));
  });
  const major = Math.floor(version / 10_000);
  if (major < OLDEST) {
    throw new Problem(
      `${variable} is a PostgreSQL ${major}; Roundtable needs PostgreSQL ${OLDEST} or newer.`,
    );
  }
}

/** Why a connection failed, in one sentence that holds no password. */
export function connectionSentence(variable: string, url: string, error: unknown): string {
  const { hostname, port, username, pathname } = new URL(url);
  const server = `${hostname || 'localhost'}:${port || '5432'}`;
  const database = decodeURIComponent(pathname.slice(1)) || username;
  const { code, message } = causeOf(error);
  switch (code) {
    case 'ECONNREFUSED':
      return `No database answers at ${server}; is ${variable} right, and does PostgreSQL run there?`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The machine "${hostname}" of ${variable} is not known.`;
    case '28P01':
      return `The database at ${server} refuses the password of "${decodeURIComponent(username)}"; correct ${variable}.`;
    case '28000':
      return `The database at ${server} does not let "${decodeURIComponent(username)}" in: ${message}.`;
    case '3D000':
      return `The database "${database}" does not exist at ${server}; create it first.`;
    case '53300':
      return `The database at ${server} has no connection left for Roundtable.`;
    default:
      if (/timeout/i.test(message) || code === 'ETIMEDOUT')
        return `The database at ${server} does not answer in time.`;
      return `The database at ${server} cannot be used: ${message}.`;
  }
}

function causeOf(error: unknown): { code: string | undefined; message: string } {
  // localhost has two addresses; when both refuse, Node wraps the two errors in one without a message.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  if (!(first instanceof Error)) return { code: undefined, message: String(first) };
  const code = 'code' in first && typeof first.code === 'string' ? first.code : undefined;
  return { code, message: first.message.replace(/\.$/, '') };
}
