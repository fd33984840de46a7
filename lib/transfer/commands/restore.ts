import { done, type Result, refuse } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/scope';
import type { Upload } from '@/lib/core/upload';
import { uuidv7 } from '@/lib/core/uuid';
import { keepUpload } from '@/lib/file/commands/keep';
import { LOGO_TYPES } from '@/lib/file/rules';
import { refreshPairs } from '@/lib/pair/commands/refresh';
import { type Context, viewerCommand } from '@/lib/platform/command';
import { speakFor, type Tx } from '@/lib/platform/database';
import { lane } from '@/lib/platform/lane';
import { withUpload } from '@/lib/platform/upload';
import { transferOperations } from '../operations';
import { canRestoreArchive } from '../policy';
import { BadArchive, type OpenArchive, withArchive } from '../queries/archive-file';
import { freeSlug } from '../queries/archive-preview';
import {
  type ArchivedFile,
  type CheckedArchive,
  checkArchive,
  contentOfFile,
} from '../queries/check-archive';
import { contentOf, rowsFile } from '../rules/archive';
import { restoreArchiveInput, restoredArchive } from '../schema';
import { refusing, writeRows } from './restore-rows';

/** Reading one keeps a thread and the disk busy. */
const restoring = lane('archive.restore', { atOnce: 1, waiting: 3, retryAfter: 60 });
const LIMITS = { perPerson: { name: 'archive.restore', most: 20, seconds: 3600 } };

const slugTaken = { reason: 'slug_taken', field: ['slug'] };

/**
 * Makes a new program of an archive, as a whole or not at all: every row under an id of its own, with both clocks and the order
 * of its logs. All of the archive is read before a row is written. People are known by their address; memberships come back as
 * ended, unless `keepMembers`. Refusals: slug_taken; at `file` archive_unknown, archive_version, archive_changed,
 * archive_too_large, archive_row, archive_contradicts.
 */
export const restoreArchive = viewerCommand({
  operation: transferOperations.restoreArchive,
  input: restoreArchiveInput,
  output: restoredArchive,
  may: canRestoreArchive,
  limits: LIMITS,
  patience: { seconds: 900 },
  prepare: (_viewer, { file }, now) => restoring(() => readWhole(file, uuidv7(now))),
  run: async (tx, context, input, prepared: Prepared) => {
    const { checked, programId } = prepared;
    const slug = input.slug ?? (await freeSlug(tx, checked.program.slug));
    const taken = await tx.program.findUnique({ where: { slug }, select: { id: true } });
    if (taken) return { ok: false, refusals: [slugTaken] };
    const name = input.name ?? checked.program.name;
    const nameEn = input.nameEn ?? checked.program.name_en;
    try {
      const people = await write(tx, context, input, prepared, { slug, name, name_en: nameEn });
      context.record({ subject: 'program', subjectId: programId, detail: { slug, rows: checked.rows } });
      return done({ programId, slug, rows: checked.rows, people });
    } catch (error) {
      return refusalOf(error);
    }
  },
  explain: async (_tx, { constraint }) => (constraint === 'program_slug_key' ? [slugTaken] : null),
});

type Prepared = { programId: string; checked: CheckedArchive };
type Names = { slug: string; name: string; name_en: string };
type Choice = { file: Upload; keepMembers: boolean };

function refusalOf(error: unknown): ReturnType<typeof refuse> {
  if (!(error instanceof BadArchive)) throw error;
  return refuse(error.problem, { field: ['file'], params: error.params });
}

/** Reads all of it, and keeps the bytes of its files, which no row speaks of yet. */
async function readWhole({ path }: Upload, programId: string): Promise<Result<Prepared>> {
  try {
    return await withArchive(path, async (archive) => {
      const checked = await checkArchive(archive, programId);
      for (const file of checked.files) await keepFile(archive, programId, file, checked);
      return done({ programId, checked });
    });
  } catch (error) {
    return refusalOf(error);
  }
}

/** The bytes have to be those of the row, and of the kind that it says, as if they were uploaded. */
async function keepFile(
  archive: OpenArchive,
  programId: string,
  file: ArchivedFile,
  { ids }: CheckedArchive,
) {
  const content = await contentOfFile(archive, file);
  if (!content) return;
  await withUpload(content, file.name, async (upload) => {
    const isSame = upload.sha256 === file.sha256 && upload.size === file.size;
    if (!isSame) throw new BadArchive('archive_changed', { name: contentOf(file.id) });
    const kept = await keepUpload(programId, upload);
    const isKind = kept.ok && kept.value.mediaType === file.mediaType;
    if (!isKind || (file.kind === 'logo' && !LOGO_TYPES.some((type) => type === file.mediaType)))
      throw new BadArchive('archive_changed', { name: contentOf(file.id) });
    ids.put(file.id, kept.value.id);
  });
}

type Told = { known: number; created: number };

async function write(
  tx: Tx,
  { viewer, now, tell }: Context<Viewer>,
  { file, keepMembers }: Choice,
  { programId, checked }: Prepared,
  names: Names,
): Promise<Told> {
  const { program, ends } = checked;
  const row = JSON.stringify({ ...program, ...names });
  await refusing('program', tx.$queryRaw`select restore_program(${programId}::uuid, ${row}::jsonb)::text`);
  const people = await writePeople(tx, programId, checked);
  await withArchive(file.path, (archive) =>
    writeRows(tx, archive, checked, { programId, keepMembers, now, tell }),
  );
  if ((await refusing('stage_event', refreshPairs(tx, programId))) > 0)
    throw new BadArchive('archive_contradicts', { name: rowsFile('stage_event') });
  await refusing(
    'meeting',
    tx.$queryRaw`
    select restore_done(${programId}::uuid, ${JSON.stringify(ends)}::jsonb, ${program.closed_at}::timestamptz)::text`,
  );
  await tx.auditEntry.create({
    data: {
      ...{ programId, command: 'archive.restore', subject: 'program', subjectId: programId, at: now },
      ...{ byId: viewer.personId, means: viewer.means },
      detail: { from: program.slug, archive: file.sha256, ...people },
    },
  });
  await speakFor(tx, viewer);
  return people;
}

async function writePeople(tx: Tx, programId: string, { people, ids }: CheckedArchive): Promise<Told> {
  const rows = people.map(({ id, ...person }) => ({ was: id, ...person }));
  const found = await refusing(
    'person',
    tx.$queryRaw<{ was: string; id: string; isNew: boolean }[]>`
      select was, id, is_new as "isNew" from restore_people(${programId}::uuid, ${JSON.stringify(rows)}::jsonb)`,
  );
  for (const { was, id } of found) ids.put(was, id);
  const created = found.filter(({ isNew }) => isNew).length;
  return { known: found.length - created, created };
}
