import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import type pg from 'pg';
import { migrationList } from './migration-files';

/**
 * Runs a migration as the one script that it is. PrismaPg itself splits at every semicolon, also inside the body of a
 * function, and leaves the first half behind when the second fails.
 */
export class WholeScripts extends PrismaPg {
  readonly #pools: pg.Pool[] = [];

  override async connect() {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver();
    this.#pools.push(pool);
    adapter.executeScript = (script) => pool.query(withReceipt(script)).then(() => undefined, rethrow);
    return adapter;
  }

  /** The engine forgets its connections, and with them its lock, when it is freed. */
  async close(): Promise<void> {
    await Promise.all(this.#pools.map((pool) => pool.end()));
  }
}

/**
 * A script without parameters is one transaction, and so is the note that it was applied: whoever is killed in
 * between leaves the database either before the migration or behind it.
 */
function withReceipt(script: string): string {
  if (!isMigration(script)) return script;
  const checksum = createHash('sha256').update(script).digest('hex');
  return `${script}
    ;UPDATE _prisma_migrations SET finished_at = now()
    WHERE checksum = '${checksum}' AND finished_at IS NULL AND rolled_back_at IS NULL`;
}

function isMigration(script: string): boolean {
  return migrationList().migrationDirectories.some(
    ({ migrationFile: { content } }) => content.value === script,
  );
}

function rethrow(error: pg.DatabaseError): never {
  throw new DriverAdapterError({
    kind: 'postgres',
    code: error.code ?? 'XX000',
    severity: error.severity ?? 'ERROR',
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
  });
}
