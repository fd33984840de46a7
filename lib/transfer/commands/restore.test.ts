import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProgramScope, Viewer } from '@/lib/core/scope';
import { addMaterial } from '@/lib/file/commands/party-files';
import { refreshPairs } from '@/lib/pair/commands/refresh';
import { openContent } from '@/lib/platform/content';
import { asViewer } from '@/lib/platform/database';
import { archiveOf, essence, type Files, firstRow, forged, inProgram, zipped } from '@/scripts/test/archive';
import { accepted } from '@/scripts/test/main-day';
import { furnishedProgram } from '@/scripts/test/one-of-each';
import { ownDatabase } from '@/scripts/test/own-database';
import type { SmallProgram } from '@/scripts/test/small-program';
import { pdfOf, uploadOf } from '@/scripts/test/upload';
import { previewArchive } from '../queries/archive-preview';
import { restoreArchive } from './restore';

const database = ownDatabase();
let world: SmallProgram;
let admin: ProgramScope;
let archive: { bytes: Buffer; files: Files };
beforeAll(async () => {
  ({ world } = await furnishedProgram(database.owner, database.ownerUrl));
  admin = world.as('admin');
  await database.owner.query(`update program_stage set time_zone = 'Asia/Seoul'`);
  await asViewer(admin, (tx) => refreshPairs(tx, world.programId));
  accepted(
    await addMaterial(world.as('officer'), {
      startupId: world.stepOne,
      file: uploadOf('소개서.pdf', pdfOf('deck')),
    }),
  );
  // The second one holds the entry of the first, and with it the admin.
  await archiveOf(admin);
  archive = await archiveOf(admin);
});
beforeEach(() => database.owner.query('delete from limit_use'));

const restore = (bytes: Uint8Array | string, input: object = {}, viewer: Viewer = admin.viewer) =>
  restoreArchive(viewer, { file: uploadOf('archive.zip', bytes), ...input });

const rowsOf = async <Row>(sql: string, ...values: unknown[]) =>
  (await database.owner.query(sql, values)).rows as Row[];

describe('9.1 an archive that is restored', () => {
  it('is the program again: an archive of it says the same, under other ids', async () => {
    const restored = accepted(await restore(archive.bytes, { keepMembers: true }));
    const again = await archiveOf(inProgram(admin, restored.programId, restored.slug));
    expect(essence(again.files)).toEqual(essence(archive.files));
    const ids = new Set(archive.files.get('pair.jsonl')?.match(/(?<="id": ")[^"]+/g));
    expect(ids.size).toBe(4);
    expect([...ids].filter((id) => again.files.get('pair.jsonl')?.includes(id))).toEqual([]);
  });

  it('keeps the bytes of its files under ids of their own', async () => {
    const restored = accepted(await restore(archive.bytes));
    const [file] = await rowsOf<{ id: string }>(
      `select id from stored_file where program_id = $1 and name = '소개서.pdf'`,
      restored.programId,
    );
    const content = await openContent(restored.programId, file?.id ?? '');
    expect(await new Response(content?.body).text()).toBe(pdfOf('deck'));
  });

  it('gives nobody a right, unless whoever restores it says so', async () => {
    const open = `select count(*)::int as n from membership where program_id = $1 and ended_at is null`;
    const ended = accepted(await restore(archive.bytes));
    expect(await rowsOf(open, ended.programId)).toEqual([{ n: 0 }]);
    const kept = accepted(await restore(archive.bytes, { keepMembers: true }));
    expect(await rowsOf(open, kept.programId)).toEqual(await rowsOf(open, world.programId));
  });

  it('knows people by their address, and makes others who cannot come in by anything', async () => {
    const officer = world.as('officer').viewer.personId;
    const bytes = await forged(archive.files, {
      'person.jsonl': (text) => text.replaceAll(`"officer-`, '"elsewhere-'),
    });
    const restored = accepted(await restore(bytes));
    expect(restored.people).toEqual({ known: 4, created: 1 });
    const [made] = await rowsOf<Record<string, unknown>>(
      `select p.* from person p join membership m on m.person_id = p.id where m.program_id = $1 and p.email like 'elsewhere-%'`,
      restored.programId,
    );
    expect(made).toMatchObject({ is_admin: false, password_hash: null, joined_at: null, archived_at: null });
    expect(made?.id).not.toBe(officer);
  });

  it('leaves an entry in its own trail that names the archive, and tells webhooks of nothing older', async () => {
    await database.owner.query(`update webhook set ended_at = null where person_id = $1`, [
      admin.viewer.personId,
    ]);
    const told = `select event from webhook_delivery where entry_id is not null`;
    const before = await rowsOf(told);
    const file = uploadOf('archive.zip', archive.bytes);
    const restored = accepted(await restoreArchive(admin.viewer, { file }));
    expect((await rowsOf(told)).slice(before.length)).toEqual([{ event: 'archive.restore' }]);
    await database.owner.query(`update webhook set ended_at = now()`);
    const trail = `select by_id, detail from audit_entry where program_id = $1 and command = 'archive.restore'`;
    expect(await rowsOf(trail, restored.programId)).toEqual([
      {
        by_id: admin.viewer.personId,
        detail: { from: world.as('admin').program.slug, archive: file.sha256, known: 5, created: 0 },
      },
    ]);
  });

  it('stands by its logs, whatever its caches say in the file', async () => {
    const bytes = await forged(archive.files, {
      'pair.jsonl': firstRow(() => ({ stage: 'follow_up', status: 'invested', live_minor: 9, interest: 5 })),
      'meeting.jsonl': firstRow(() => ({ state: 'scheduled' })),
    });
    const restored = accepted(await restore(bytes, { keepMembers: true }));
    const again = await archiveOf(inProgram(admin, restored.programId, restored.slug));
    expect(essence(again.files)).toEqual(essence(archive.files));
  });

  it('comes back closed where it was closed', async () => {
    const closedAt = '2024-01-01T00:00:00+00:00';
    const bytes = await forged(archive.files, { 'program.jsonl': firstRow(() => ({ closed_at: closedAt })) });
    const { programId } = accepted(await restore(bytes));
    expect(await rowsOf('select closed_at, restored_in from program where id = $1', programId)).toEqual([
      { closed_at: new Date(closedAt), restored_in: null },
    ]);
  });

  it('takes a free address by itself, and refuses one that is taken', async () => {
    const { slug } = admin.program;
    expect((await restore(archive.bytes, { slug })).ok).toBe(false);
    expect(accepted(await restore(archive.bytes)).slug).toMatch(new RegExp(`^${slug}-\\d+$`));
    const named = accepted(
      await restore(archive.bytes, { name: '복원한 프로그램', nameEn: 'Restored', slug: 'restored' }),
    );
    expect(await rowsOf('select name, name_en, slug from program where id = $1', named.programId)).toEqual([
      { name: '복원한 프로그램', name_en: 'Restored', slug: 'restored' },
    ]);
  });

  it('is shown before it is made', async () => {
    const shown = await previewArchive(admin.viewer, {
      file: uploadOf('archive.zip', archive.bytes) as never,
    });
    expect(shown).toMatchObject({
      program: {
        name: '작은 프로그램',
        slug: admin.program.slug,
        isClosed: false,
        from: '2023-04-28',
        to: '2023-04-28',
      },
      people: { known: 5, unknown: 0 },
      counts: { startups: 2, investors: 2, pairs: 4, meetings: 2, outcomes: 2, amounts: 4, reports: 1 },
      files: { count: 1, bytes: pdfOf('deck').length, missing: 2 },
    });
  });
});

describe('9.1 an archive that is refused', () => {
  const everything = `select (select count(*) from program) as programs, (select count(*) from person) as people,
    (select count(*) from pair) as pairs, (select count(*) from audit_entry) as entries`;
  const refusals = async (bytes: Uint8Array | string) => {
    const before = await rowsOf(everything);
    const result = await restore(bytes);
    expect(await rowsOf(everything)).toEqual(before);
    return result.ok ? null : result.refusals;
  };
  const at = (reason: string, params: object = {}) => [{ reason, field: ['file'], params }];

  it('is no archive', async () => {
    expect(await refusals('no zip')).toEqual(at('archive_unknown'));
    expect(await refusals(await zipped(new Map([['a.txt', 'x']])))).toEqual(at('archive_unknown'));
    expect(await refusals(archive.bytes.subarray(0, archive.bytes.length / 2))).toEqual(
      at('archive_unknown'),
    );
  });

  it('was made by another version', async () => {
    const bytes = await forged(archive.files, {
      'manifest.json': (text) => text.replace('"version": 2', '"version": 1'),
    });
    expect(await refusals(bytes)).toEqual(at('archive_version', { version: 1 }));
  });

  it('was changed since it was made', async () => {
    const changed = new Map(archive.files);
    changed.set('amount.jsonl', archive.files.get('amount.jsonl')?.replace('"minor": 1', '"minor": 2') ?? '');
    expect(await refusals(await zipped(changed))).toEqual(at('archive_changed', { name: 'amount.jsonl' }));
    const more = new Map([...archive.files, ['extra.txt', 'x'] as const]);
    expect(await refusals(await zipped(more))).toEqual(at('archive_changed', { name: 'manifest.json' }));
    const deck = [...archive.files.keys()].find((name) => name.startsWith('files/')) ?? '';
    const other = new Map([...archive.files, [deck, pdfOf('another')] as const]);
    expect(await refusals(await zipped(other))).toEqual(at('archive_changed', { name: deck }));
  });

  it('unfolds to more than it may', async () => {
    const bomb = new Map([...archive.files, ['note.jsonl', '0'.repeat(8_000_000)] as const]);
    expect(await refusals(await zipped(bomb))).toEqual(at('archive_too_large'));
  });

  it.each([
    ['a link that is a script', 'startup.jsonl', () => ({ website: 'javascript:alert(1)' })],
    ['a zone that nobody knows', 'program_stage.jsonl', () => ({ time_zone: 'Mars/Base' })],
    ['an address of two people', 'person.jsonl', () => ({ email: 'a@example.com,b@example.com' })],
    ['a column that the others do not have', 'pair.jsonl', () => ({ more: 1 })],
  ])('holds %s', async (_, name, change) => {
    expect(await refusals(await forged(archive.files, { [name]: firstRow(change) }))).toEqual(
      at('archive_row', { name, row: name === 'pair.jsonl' ? 2 : 1 }),
    );
  });

  it.each([
    ['a row of a pair that it does not hold', 'note.jsonl', () => ({ pair_id: crypto.randomUUID() })],
    ['an entry by somebody whom it does not hold', 'amount.jsonl', () => ({ by_id: crypto.randomUUID() })],
    ['a word that is none', 'stage_event.jsonl', () => ({ to_stage: 'won' })],
    ['a sum below nothing', 'amount.jsonl', () => ({ minor: -1 })],
    ['a pair without a log', 'stage_event.jsonl', null],
    ['a sign that no database keeps', 'note.jsonl', () => ({ body: 'a\u0000b' })],
  ])('holds %s', async (_, name, change) => {
    const edit = change ? firstRow(change) : (text: string) => text.slice(text.indexOf('\n') + 1);
    expect(await refusals(await forged(archive.files, { [name]: edit }))).toEqual(
      at('archive_contradicts', { name }),
    );
  });

  it('has a startup in two meetings at once', async () => {
    const meetings = (archive.files.get('meeting.jsonl') ?? '')
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row));
    const [first] = meetings;
    const twin = JSON.stringify({ ...first, id: crypto.randomUUID(), table_id: null });
    const bytes = await forged(archive.files, { 'meeting.jsonl': (text) => `${text}${twin}\n` });
    expect(await refusals(bytes)).toEqual(at('archive_contradicts', { name: 'meeting.jsonl' }));
  });

  it('is not an admin’s to restore', async () => {
    for (const who of ['officer', 'manager', 'startup'] as const)
      await expect(restore(archive.bytes, {}, world.as(who).viewer)).rejects.toMatchObject({
        code: 'forbidden',
      });
  });
});
