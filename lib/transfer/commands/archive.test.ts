import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { addNote } from '@/lib/pair/commands/notes';
import { sayWish } from '@/lib/timetable/commands/wishes';
import { bytesOf } from '@/scripts/test/exported';
import { accepted } from '@/scripts/test/main-day';
import { furnishedProgram } from '@/scripts/test/one-of-each';
import { ownDatabase } from '@/scripts/test/own-database';
import { unzip } from '@/scripts/test/unzip';
import { ARCHIVED_TABLES } from '../queries/archive-tables';
import { takeArchive } from './archive';

const database = ownDatabase();
type Manifest = {
  version: number;
  program: { id: string };
  files: { name: string; rows: number; sha256: string }[];
};

it('holds every table with the number of its rows and their checksum, and leaves an entry', async () => {
  const { world } = await furnishedProgram(database.owner, database.ownerUrl);
  const files = unzip(await bytesOf(await takeArchive(world.as('admin'), {})));
  const manifest = JSON.parse(files.get('manifest.json') ?? '') as Manifest;
  expect(manifest).toMatchObject({ version: 1, program: { id: world.programId } });
  expect(manifest.files.map(({ name }) => name)).toEqual(
    ['program', 'person', ...Object.keys(ARCHIVED_TABLES), 'not_to_meet'].map((name) => `${name}.jsonl`),
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
  expect(rows).toEqual([{ by_id: world.as('admin').viewer.personId, detail: { rows: all } }]);
});

it('tells neither a private note nor whose a no-thanks is, and is for admins alone', async () => {
  const { world } = await furnishedProgram(database.owner, database.ownerUrl);
  const pairId = world.pairOf(world.stepOne, world.firm7);
  const startup = world.as('startup');
  accepted(await addNote(startup, { pairId, body: '비밀 메모', visibility: 'private' }));
  accepted(await sayWish(startup, { pairId, said: 'no_thanks' }));
  const files = unzip(await bytesOf(await takeArchive(world.as('admin'), {})));
  expect([...files.values()].join('\n')).not.toContain('비밀 메모');
  expect(files.get('wish.jsonl')).not.toContain('no_thanks');
  expect(files.get('wish.jsonl')).not.toContain(pairId);
  expect(files.get('not_to_meet.jsonl')).toContain(pairId);
  for (const who of ['officer', 'manager', 'startup'] as const)
    await expect(takeArchive(world.as(who), {})).rejects.toMatchObject({ code: 'forbidden' });
});
