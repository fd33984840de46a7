import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { AppError } from '@/lib/core/errors';
import type { ProgramScope, Viewer } from '@/lib/core/scope';
import { Prisma, PrismaClient } from '@/prisma/client/client';
import { isContended, isOverloaded } from './database-errors';
import { env } from './env';
import { OWN_ROLE, type OwnRole } from './own-role';

/** The only database client there is: one transaction, walled to one viewer by row-level security. */
export type Tx = Prisma.TransactionClient;

const kept = globalThis as unknown as { roundtableClient?: PrismaClient };

/** Hashes that the application's role may write and not read; PostgreSQL has functions for whoever needs one. */
const SECRETS = {
  person: { passwordHash: true },
  signIn: { tokenHash: true },
  apiToken: { tokenHash: true },
  invitation: { tokenHash: true },
  signInLink: { tokenHash: true },
  recoveryCode: { codeHash: true },
  // Read on purpose alone, by whoever compares a code (lib/person/commands/second-factor.ts).
  secondFactor: { sealedSecret: true },
  webhook: { sealedSecret: true, previousSealedSecret: true },
} as const;

/** Set for as long as a transaction is open in this chain of calls. */
const inTransaction = new AsyncLocalStorage<true>();

/** Connects as roundtable_app, which owns nothing and cannot become anybody else. */
function client(): PrismaClient {
  // Whoever holds one connection and waits for a second one waits for others who do the same: twenty of them stop everybody.
  if (inTransaction.getStore()) throw new AppError('internal', 'a second connection inside a transaction');
  if (!kept.roundtableClient) {
    const adapter = new PrismaPg({ connectionString: env.DATABASE_APP_URL, max: 20 });
    kept.roundtableClient = new PrismaClient({ adapter, omit: SECRETS });
  }
  return kept.roundtableClient;
}

/**
 * Who the transaction speaks for. `link` is a stranger with an invitation link, `nobody` sees no program's row, `machine` is
 * the command line of the machine's owner, and the sample: the server itself never speaks for it. `post` carries what is in the
 * queues, and sees what it carries by functions alone.
 */
type Actor = ProgramScope | Viewer | 'link' | 'nobody' | 'machine' | 'post';

function settingsOf(actor: Actor): { program: string; viewer: string; startup: string; role: string } {
  if (typeof actor === 'string') {
    return { program: '', viewer: '', startup: '', role: actor };
  }
  if ('programId' in actor) {
    return {
      program: actor.programId,
      viewer: actor.viewer.personId,
      startup: actor.startupId ?? '',
      role: actor.role,
    };
  }
  return { program: '', viewer: actor.personId, startup: '', role: actor.isAdmin ? 'admin' : '' };
}

type Span = {
  timeoutMs?: number;
  statementSeconds?: number;
  /** All its statements see the database as it was at the first of them. */
  isSnapshot?: boolean;
};

/**
 * Opens one transaction, tells PostgreSQL who is asking for as long as it lasts, and hands `fn` its client.
 * Throws what `fn` throws, after rolling back; `unavailable` when no connection was free in time, or when a statement took
 * longer than `statementSeconds` and was ended. Never inside another: a transaction holds one connection and asks for no second.
 */
export async function asViewer<T>(
  actor: Actor,
  fn: (tx: Tx) => Promise<T>,
  { timeoutMs = 60_000, statementSeconds = env.CHANGE_SECONDS, isSnapshot = false }: Span = {},
): Promise<T> {
  try {
    return await client().$transaction(
      async (tx) => {
        const patience = Prisma.sql`set_config('statement_timeout', ${String(statementSeconds * 1000)}, true)`;
        await tx.$queryRaw`select ${settingsSql(actor)}, ${patience}`;
        return inTransaction.run(true, () => fn(tx));
      },
      {
        ...{ maxWait: 10_000, timeout: timeoutMs },
        ...(isSnapshot ? { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead } : {}),
      },
    );
  } catch (error) {
    if (isOverloaded(error))
      throw new AppError('unavailable', String(error), { cause: error, retryAfter: 5 });
    throw error;
  }
}

/** Whatever carries a delivery reads and notes it as the post. */
export function asPost<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
  return asViewer('post', fn);
}

/** Tries of a change that PostgreSQL takes back for the sake of others, the first one included. */
const TRIES = 5;

/**
 * The same for a change: where a deadlock or serialization failure took it back, the whole of it is made again, a few times
 * and after a short wait of random length. `fn` starts from nothing each time.
 */
export async function changeAsViewer<T>(
  actor: Actor,
  fn: (tx: Tx) => Promise<T>,
  span: Span = {},
): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await asViewer(actor, fn, span);
    } catch (error) {
      if (tried === TRIES || !isContended(error)) throw error;
      await sleep(Math.random() * 30 * 2 ** tried);
    }
  }
}

/** Changes whom an open transaction speaks for: the sample and tests play several people, a viewer reads several programs. */
export async function speakFor(tx: Tx, actor: Actor): Promise<void> {
  await tx.$queryRaw`select ${settingsSql(actor)}`;
}

function settingsSql(actor: Actor): Prisma.Sql {
  const { program, viewer, startup, role } = settingsOf(actor);
  return Prisma.sql`set_config('app.program', ${program}, true), set_config('app.viewer', ${viewer}, true),
    set_config('app.startup', ${startup}, true), set_config('app.role', ${role}, true)`;
}

/** How a limit of requests stands after one more: seconds to wait (0 where it is allowed), how many are left, seconds until all are. */
export type RequestUse = { wait: number; remaining: number; reset: number };
type Asked = { now?: Date; admitsSample?: boolean };
type Hashes = { signIn?: string; apiToken?: string };

/**
 * The row `viewer_of` finds behind a sign-in's or API token's hash (hex SHA-256); null for a stranger, and for people of
 * the sample unless the request admits them.
 */
export async function findViewer(
  hashes: Hashes,
  { now = new Date(), admitsSample = false }: Asked,
): Promise<unknown> {
  const rows = await client().$queryRaw<{ viewer: unknown }[]>`
    select viewer_of(${hashes.signIn ?? null}, ${hashes.apiToken ?? null}, ${now}, ${admitsSample}) as viewer`;
  return rows[0]?.viewer ?? null;
}

/** The same, and counts the request of whoever was found, in one statement. Nothing is counted of strangers. */
export async function findAndCount(
  hashes: Hashes,
  { now = new Date(), admitsSample = false }: Asked,
  { most, seconds }: { most: number; seconds: number },
): Promise<({ viewer: unknown } & RequestUse) | null> {
  const [row] = await client().$queryRaw<({ viewer: unknown } & RequestUse)[]>`
    with asked as materialized (
      select viewer_of(${hashes.signIn ?? null}, ${hashes.apiToken ?? null}, ${now}, ${admitsSample}) as viewer
    )
    select a.viewer, c.wait, c.remaining, c.reset from asked a
    cross join lateral count_request(a.viewer ->> 'accessId', ${most}::int, ${seconds}::int, null) c
    where a.viewer is not null`;
  return row ?? null;
}

/** Seconds to wait for a permit, 0 when it was taken; see lib/platform/limit.ts. */
export async function takePermit(
  keyHash: string,
  { most, seconds }: { most: number; seconds: number },
  cost: 1 | -1,
  now?: Date,
): Promise<number> {
  const [row] = await client().$queryRaw<{ wait: number }[]>`
    select take_permit(${keyHash}, ${most}::int, ${seconds}::int, ${cost}::int, ${now ?? null}::timestamptz) as wait`;
  return row?.wait ?? 0;
}

/** Names of the applied migrations; throws when the database cannot be reached. */
export async function appliedMigrations(): Promise<string[]> {
  const rows = await client().$queryRaw<{ name: string }[]>`
    select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null`;
  return rows.map((row) => row.name);
}

/** What the role of this connection is and may become; see `whyWallsFail`. */
export async function ownRole(): Promise<OwnRole | undefined> {
  const rows = await client().$queryRaw<OwnRole[]>(OWN_ROLE);
  return rows[0];
}

/** For tests and scripts that end: closes the pool, so that the process can. */
export async function disconnect(): Promise<void> {
  await kept.roundtableClient?.$disconnect();
  kept.roundtableClient = undefined;
}
