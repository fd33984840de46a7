import type pg from 'pg';
import { Problem } from '@/scripts/problem';
import { withClient } from './connection';
import { knownMigrations, migrationList } from './migration-files';
import { withSchemaEngine } from './schema-engine';

/** Any number that no other program on this database takes an advisory lock by. */
const LOCK = 72_016_180;

const NOTHING_FILTERED = { externalTables: [], externalEnums: [] };

/**
 * Brings the database up to this version, one migrator at a time; gives the names of what was applied. Throws a
 * Problem when the database is newer than this version, or naming the migration that failed.
 */
export function migrate(ownerUrl: string): Promise<{ applied: string[] }> {
  return withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const { recorded, unfinished } = await history(client);
    const known = knownMigrations();
    const foreign = recorded.filter((name) => !known.includes(name));
    if (foreign.length > 0) throw new Problem(newerSentence(foreign));
    const behind = known.length > recorded.length;
    const applied = behind ? await applyAll(ownerUrl, unfinished).catch(tellFailure(client)) : [];
    await client.query(`revoke all on _prisma_migrations from roundtable_app;
      grant select (migration_name, finished_at, rolled_back_at) on _prisma_migrations to roundtable_app`);
    await refuseTemporaryTables(client);
    return { applied };
  });
}

/**
 * The application makes no tables, temporary ones included. The right belongs to the database itself: a copy or a restored
 * dump has it anew, so it is taken back at each start and not by a migration.
 */
export async function refuseTemporaryTables(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    execute format('revoke temporary on database %I from public', current_database());
  end $$`);
}

async function applyAll(ownerUrl: string, unfinished: string[]): Promise<string[]> {
  return withSchemaEngine(ownerUrl, async (engine) => {
    // A migration is one transaction, so one that began and did not end has left nothing behind.
    for (const migrationName of unfinished) await engine.markMigrationRolledBack({ migrationName });
    const done = await engine.applyMigrations({ migrationsList: migrationList(), filters: NOTHING_FILTERED });
    return done.appliedMigrationNames;
  });
}

async function history(client: pg.Client): Promise<{ recorded: string[]; unfinished: string[] }> {
  const table = await client.query<{ there: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as there`,
  );
  if (!table.rows[0]?.there) return { recorded: [], unfinished: [] };
  const { rows } = await client.query<{ name: string; finished: boolean }>(
    `select migration_name as name, finished_at is not null as finished from _prisma_migrations
     where rolled_back_at is null order by started_at`,
  );
  return {
    recorded: rows.filter((row) => row.finished).map((row) => row.name),
    unfinished: rows.filter((row) => !row.finished).map((row) => row.name),
  };
}

export function newerSentence(foreign: readonly string[]): string {
  return `The database was brought up by a newer Roundtable (${foreign.join(', ')}); start that version or a newer one.`;
}

/** The engine keeps the database's own words beside the name of the migration. */
function tellFailure(client: pg.Client) {
  return async (error: unknown): Promise<never> => {
    const { rows } = await client.query<{ name: string; logs: string | null }>(
      `select migration_name as name, logs from _prisma_migrations
       where finished_at is null and rolled_back_at is null order by started_at desc limit 1`,
    );
    const words = rows[0]?.logs ?? (error instanceof Error ? error.message : String(error));
    throw new Problem(failureSentence(rows[0]?.name, words));
  };
}

export function failureSentence(name: string | undefined, words: string): string {
  const reason = /ERROR:\s*([^\n]+)/.exec(words)?.[1] ?? words.split('\n')[0] ?? '';
  if (/permission denied to (create|grant) role|must have (CREATEROLE|admin option)/.test(reason)) {
    return 'The user of DATABASE_URL may not make the role roundtable_app; let a superuser run: CREATE ROLE roundtable_app; GRANT roundtable_app TO that_user WITH ADMIN OPTION.';
  }
  const parameter = /permission denied to set parameter "([\w.]+)"/.exec(reason)?.[1];
  if (parameter)
    return `The user of DATABASE_URL may not define functions that set ${parameter}; let a superuser run: GRANT SET ON PARAMETER "${parameter}" TO that_user.`;
  return `The migration ${name ?? '(before the first)'} failed and changed nothing: ${reason.replace(/\.$/, '')}.`;
}
