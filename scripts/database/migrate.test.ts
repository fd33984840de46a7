import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from './connection';
import { failureSentence, migrate } from './migrate';
import { knownMigrations } from './migration-files';
import { createTestDatabase, type TestDatabase } from './test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('empty');
});
afterAll(() => database.drop());

const asOwner = (sql: string) => withClient(database.ownerUrl, (client) => client.query(sql));

describe('migrating', () => {
  test('records every migration once, as Prisma does', async () => {
    const { rows } = await asOwner(
      'select migration_name as name from _prisma_migrations order by started_at',
    );
    expect(rows.map((row) => row.name)).toEqual(knownMigrations());
    expect(await migrate(database.ownerUrl)).toEqual({ applied: [] });
  });

  test('lets the application read what is applied, and nothing else of it', async () => {
    const asApp = (sql: string) => withClient(database.appUrl, (client) => client.query(sql));
    await expect(
      asApp('select migration_name, finished_at, rolled_back_at from _prisma_migrations'),
    ).resolves.toBeDefined();
    await expect(asApp('update _prisma_migrations set finished_at = null')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(asApp('select logs from _prisma_migrations')).rejects.toMatchObject({ code: '42501' });
  });

  test('T39 of which one failed leaves nothing behind, and says which', async () => {
    // The first one makes what is there: it cannot be applied twice.
    const [first] = knownMigrations();
    await asOwner(`update _prisma_migrations set finished_at = null where migration_name = '${first}'`);
    const tables = `select count(*)::int as n from pg_tables where schemaname = 'public'`;
    const before = (await asOwner(tables)).rows;
    await expect(migrate(database.ownerUrl)).rejects.toThrow(
      new RegExp(
        `^The migration ${first} failed and changed nothing: .+ (already exists|does not exist)( with same argument types)?\\.$`,
      ),
    );
    expect((await asOwner(tables)).rows).toEqual(before);
  });

  test('of a database of a newer version is refused', async () => {
    const fresh = await createTestDatabase('empty');
    await withClient(fresh.ownerUrl, (client) =>
      client.query(
        `insert into _prisma_migrations (id, checksum, migration_name, finished_at)
         values ('x', 'x', '29990101000000_later', now())`,
      ),
    );
    await expect(migrate(fresh.ownerUrl)).rejects.toThrow(/newer Roundtable \(29990101000000_later\)/);
    await fresh.drop();
  });

  test('by an owner who may not make roles says what is missing', () => {
    expect(failureSentence('20261123000000_first', 'ERROR: permission denied to create role\n')).toMatch(
      /GRANT roundtable_app TO/,
    );
    expect(failureSentence('x', 'ERROR: permission denied to set parameter "app.role"')).toMatch(
      /GRANT SET ON PARAMETER "app\.role" TO/,
    );
  });
});
