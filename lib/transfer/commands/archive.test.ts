import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { addMaterial } from '@/lib/file/commands/party-files';
import { addNote } from '@/lib/pair/commands/notes';
import { sayWish } from '@/lib/timetable/commands/wishes';
import { bytesOf } from '@/scripts/test/exported';
import { accepted } from '@/scripts/test/main-day';
import { furnishedProgram } from '@/scripts/test/one-of-each';
import { ownDatabase } from '@/scripts/test/own-database';
import { unzip } from '@/scripts/test/unzip';
import { pdfOf, uploadOf } from '@/scripts/test/upload';
import {
  ARCHIVED_NAMES,
  ARCHIVED_TABLES,
  type ArchiveFile,
  COLUMNS_LEFT_OUT,
  OTHER_FILES,
  TABLES_LEFT_OUT,
} from '../rules/archive';
import { takeArchive } from './archive';

const database = ownDatabase();
type Manifest = {
  version: number;
  program: { id: string };
  files: { name: string; rows: number; sha256: string }[];
  contents: { name: string; size: number; sha256: string }[];
  withoutBytes: string[];
};

it('holds every table with the number of its rows and their checksum, and leaves an entry', async () => {
  const { world } = await furnishedProgram(database.owner, database.ownerUrl);
  const files = unzip(await bytesOf(await takeArchive(world.as('admin'), {})));
  const manifest = JSON.parse(files.get('manifest.json') ?? '') as Manifest;
  expect(manifest).toMatchObject({ version: 2, program: { id: world.programId } });
  expect(manifest.files.map(({ name }) => name)).toEqual(
    ['program', 'person', ...ARCHIVED_NAMES, 'pair_wish'].map((name) => `${name}.jsonl`),
  );
  for (const { name, rows, sha256 } of manifest.files) {
    const text = files.get(name) ?? '';
    expect([name, createHash('sha256').update(text).digest('hex')]).toEqual([name, sha256]);
    expect([name, text.split('\n').length - 1]).toEqual([name, rows]);
  }
  for (const table of [
    'startup',
    'investor',
    'contact',
    'pair',
    'stage_event',
    'meeting',
    'amount',
    'report',
  ]) {
    const { rows } = await database.owner.query(
      `select count(*)::int as n from ${table} where program_id = $1`,
      [world.programId],
    );
    expect([table, manifest.files.find(({ name }) => name === `${table}.jsonl`)?.rows]).toEqual([
      table,
      rows[0].n,
    ]);
  }
  const { rows } = await database.owner.query(
    "select by_id, detail from audit_entry where program_id = $1 and command = 'export.archive'",
    [world.programId],
  );
  const all = manifest.files.reduce((sum, each) => sum + each.rows, 0);
  expect(rows).toEqual([{ by_id: world.as('admin').viewer.personId, detail: { rows: all, files: 0 } }]);
});

it('tells neither a private note nor whose a no-thanks is, and is for admins alone', async () => {
  const { world } = await furnishedProgram(database.owner, database.ownerUrl);
  const pairId = world.pairOf(world.stepOne, world.firm7);
  const startup = world.as('startup');
  accepted(await addNote(startup, { pairId, body: '비밀 메모', visibility: 'private' }));
  accepted(await sayWish(startup, { pairId, said: 'no_thanks' }));
  const files = unzip(await bytesOf(await takeArchive(world.as('admin'), {})));
  expect([...files.values()].join('\n')).not.toContain('비밀 메모');
  const wishes = files
    .get('pair_wish.jsonl')
    ?.trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(wishes).toHaveLength(2);
  expect(wishes).toContainEqual({ pair_id: pairId, said: 'no_thanks', own: null, at: null });
  expect(wishes).toContainEqual({
    ...{ pair_id: world.pairOf(world.rival, world.firm7), said: 'like', own: null },
    at: '2023-04-28T12:00:00+00:00',
  });
  for (const who of ['officer', 'manager', 'startup'] as const)
    await expect(takeArchive(world.as(who), {})).rejects.toMatchObject({ code: 'forbidden' });
});

it('holds every table and column of the database, or says why not', async () => {
  const { world } = await furnishedProgram(database.owner, database.ownerUrl);
  const files = unzip(await bytesOf(await takeArchive(world.as('admin'), {})));
  const { rows } = await database.owner.query<{ name: string; columns: string[] }>(
    `select c.table_name as name, array_agg(c.column_name::text) as columns
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' group by 1`,
  );
  const tables: string[] = ['program', 'person', ...ARCHIVED_NAMES];
  expect(rows.map(({ name }) => name).sort()).toEqual([...tables, ...Object.keys(TABLES_LEFT_OUT)].sort());
  for (const { name, columns } of rows.filter((table) => tables.includes(table.name))) {
    expect([name, files.get(`${name}.jsonl`)]).not.toEqual([name, '']);
    const row = JSON.parse(files.get(`${name}.jsonl`)?.split('\n')[0] ?? '') as object;
    const leftOut = Object.keys(COLUMNS_LEFT_OUT[name as ArchiveFile] ?? {});
    expect([name, [...Object.keys(row), ...leftOut].sort()]).toEqual([name, columns.sort()]);
  }
});

it('knows every column that names a person, and holds everybody whom one names', async () => {
  const { rows } = await database.owner.query<{ name: string; column: string }>(
    `select c.relname as name, a.attname as column from pg_constraint k join pg_class c on c.oid = k.conrelid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey) and a.attname <> 'program_id'
     where k.contype = 'f' and k.confrelid in ('person'::regclass, 'membership'::regclass)
     union select 'pair_weight', 'by_id'`,
  );
  const known = ARCHIVED_NAMES.flatMap((table) =>
    ARCHIVED_TABLES[table].map((column) => `${table}.${column}`),
  );
  const named = rows
    .filter(({ name }) => name in ARCHIVED_TABLES)
    .map(({ name, column }) => `${name}.${column}`);
  expect(known.sort()).toEqual(named.sort());

  const { world } = await furnishedProgram(database.owner, database.ownerUrl);
  const gone = crypto.randomUUID();
  await database.owner.query('insert into person (id, email, name) values ($1, $2, $3)', [
    ...[gone, `${gone}@example.com`, '옛 담당관'],
  ]);
  await database.owner.query('update timetable set created_by = $1 where program_id = $2', [
    gone,
    world.programId,
  ]);
  const files = unzip(await bytesOf(await takeArchive(world.as('admin'), {})));
  expect(files.get('person.jsonl')).toContain(gone);
});

it('holds the bytes of uploaded files, and names those whose bytes are gone', async () => {
  const { world } = await furnishedProgram(database.owner, database.ownerUrl);
  const file = uploadOf('소개서.pdf', pdfOf('deck'));
  const added = accepted(await addMaterial(world.as('officer'), { startupId: world.stepOne, file }));
  const files = unzip(await bytesOf(await takeArchive(world.as('admin'), {})));
  const manifest = JSON.parse(files.get('manifest.json') ?? '') as Manifest;
  const name = `files/${added.fileId}`;
  expect(manifest.contents).toEqual([{ name, size: file.size, sha256: file.sha256 }]);
  expect(files.get(name)).toBe(pdfOf('deck'));
  const rows = files.get('stored_file.jsonl')?.trim().split('\n') ?? [];
  expect([...manifest.withoutBytes, added.fileId].sort()).toEqual(
    rows.map((row) => JSON.parse(row).id).sort(),
  );
  expect(OTHER_FILES.every((each) => files.has(`${each}.jsonl`))).toBe(true);
});
