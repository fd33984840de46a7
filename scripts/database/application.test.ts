import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Settings } from '@/scripts/serve/settings';
import { applicationUrl, requireWalled } from './application';
import { withClient, withDatabase, withRole } from './connection';
import { type EmbeddedDatabase, startEmbedded } from './embedded';
import { openDatabase } from './open';

/* A PostgreSQL as somebody else runs it: its owner of the database may make roles, and is no superuser. */

const folder = mkdtempSync(path.join(tmpdir(), 'roundtable-outside-'));
chmodSync(folder, 0o711);
let server: EmbeddedDatabase;
let superUrl: string;
let ownerUrl: string;
const silent = () => undefined;

beforeAll(async () => {
  server = await startEmbedded(path.join(folder, '.data'));
  superUrl = withDatabase(server.ownerUrl, 'postgres');
  await asSuper(`create role keeper login createrole password 'hunter2'`);
  await asSuper('create database kept owner keeper');
  await asSuper('grant set on parameter "app.role" to keeper');
  ownerUrl = withDatabase(withRole(superUrl, 'keeper', 'hunter2'), 'kept');
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const asSuper = (sql: string) => withClient(superUrl, (client) => client.query(sql));
const open = (databaseAppUrl?: string) =>
  openDatabase({ databaseUrl: ownerUrl, databaseAppUrl } as Settings, silent);

describe('an outside database', () => {
  test('7.29 is migrated by an owner who is no superuser, and the application logs in as a role that owns nothing', async () => {
    const { env } = await open();
    const { rows } = await withClient(env.DATABASE_APP_URL ?? '', (client) =>
      client.query('select session_user::text as name'),
    );
    expect(rows).toEqual([{ name: 'roundtable_app' }]);
    // It is not given the owner's address, and its own is the same at the next start.
    expect(JSON.stringify(env)).not.toContain('hunter2');
    expect(await open()).toMatchObject({ env });
  });

  test('7.29 lets its application make no temporary table', async () => {
    const { env } = await open();
    const made = withClient(env.DATABASE_APP_URL ?? '', (client) =>
      client.query('create temporary table pair (id uuid)'),
    );
    await expect(made).rejects.toMatchObject({ code: '42501' });
  });

  test('7.29 sees rows as its owner, so that a migration can fill a column', async () => {
    await open();
    const seen = await withClient(ownerUrl, async (client) => {
      await client.query(
        `insert into program (id, slug, name, name_en, home_zone, venue_zone) values (gen_random_uuid(), 'x', 'x', 'x', 'UTC', 'UTC')`,
      );
      return (await client.query(`update program set name = 'y'`)).rowCount;
    });
    expect(seen).toBe(1);
  });

  test.each([
    [
      'a superuser',
      () => withDatabase(superUrl, 'kept'),
      /"postgres", which row-level security does not bind/,
    ],
    ['the owner', () => ownerUrl, /"keeper", which row-level security does not bind/],
    [
      'the owner with another role on',
      () => `${ownerUrl}?options=-c%20role%3Droundtable_app`,
      /"keeper", which row-level security does not bind/,
    ],
  ])('7.29 is refused in one sentence where the application is %s', async (_who, url, sentence) => {
    await open();
    await expect(open(url())).rejects.toThrow(sentence);
  });

  test('7.29 is refused where the role of the application owns a table, bypasses row security, may become another or is another', async () => {
    const { env } = await open();
    const url = env.DATABASE_APP_URL ?? '';
    const asOwner = (sql: string) =>
      withClient(withDatabase(superUrl, 'kept'), (client) => client.query(sql));
    await asOwner('alter table report owner to roundtable_app');
    await expect(requireWalled(url)).rejects.toThrow(/which owns the tables/);
    await asOwner('alter table report owner to keeper; alter role roundtable_app bypassrls');
    await expect(requireWalled(url)).rejects.toThrow(/row-level security does not bind/);
    await asSuper('alter role roundtable_app nobypassrls; grant pg_read_all_data to roundtable_app');
    await expect(requireWalled(url)).rejects.toThrow(/may turn itself into "pg_read_all_data"/);
    await asSuper(`revoke pg_read_all_data from roundtable_app; create role reader login password 'x'`);
    await expect(requireWalled(withRole(ownerUrl, 'reader', 'x'))).rejects.toThrow(
      /"reader"; let it connect as/,
    );
    await expect(requireWalled(url)).resolves.toBeUndefined();
  });

  test('7.29 of an owner without a password asks for the application’s own address', async () => {
    const bare = new URL(ownerUrl);
    bare.password = '';
    await expect(applicationUrl(bare.href, undefined)).rejects.toThrow(/set DATABASE_APP_URL/);
  });
});
