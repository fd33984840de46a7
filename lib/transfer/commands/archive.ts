import { createHash } from 'node:crypto';
import { AppError } from '@/lib/core/errors';
import { contentSize, openContent } from '@/lib/platform/content';
import type { Tx } from '@/lib/platform/database';
import { programFile } from '@/lib/platform/file';
import { type ZipPart, zipOf } from '@/lib/platform/zip';
import { transferOperations } from '../operations';
import { canTakeArchive } from '../policy';
import { fetchPeople, fetchProgram, fetchTable, fetchWishes, findContents } from '../queries/archive-tables';
import {
  ARCHIVE_FORMAT,
  ARCHIVED_NAMES,
  type ArchiveFile,
  COLUMNS_LEFT_OUT,
  contentOf,
  ROWS_LEFT_OUT,
  rowsFile,
  TABLES_LEFT_OUT,
} from '../rules/archive';
import { dispositionOf, fileName } from '../rules/book';
import { takeArchiveInput } from '../schema';

type Lines = () => AsyncIterable<readonly { line: string }[]>;
type Written = {
  files: { name: string; rows: number; sha256: string }[];
  contents: { name: string; size: number; sha256: string }[];
};

/**
 * The whole program as a zip: JSON Lines, a file a table, all of one moment while people work, then the bytes of its uploaded
 * files. The manifest comes last: it holds the number of rows, or the size, and the SHA-256 of each before it was compressed.
 */
export const takeArchive = programFile({
  operation: transferOperations.takeArchive,
  input: takeArchiveInput,
  types: ['application/zip'],
  may: canTakeArchive,
  make: async (tx, { scope, now, record }) => {
    const { programId, program } = scope;
    await tx.$queryRaw`select set_config('timezone', 'UTC', true)`;
    const written: Written = { files: [], contents: [] };
    const part = (name: ArchiveFile, lines: Lines): ZipPart => ({
      name: rowsFile(name),
      chunks: () => counted(rowsFile(name), lines(), written),
    });
    const { contents, withoutBytes } = await contentParts(tx, programId, written);
    const parts = [
      part('program', () => fetchProgram(tx, programId)),
      part('person', () => fetchPeople(tx, programId)),
      ...ARCHIVED_NAMES.map((name) => part(name, () => fetchTable(tx, programId, name))),
      part('pair_wish', () => fetchWishes(tx, programId)),
      ...contents,
      { name: 'manifest.json', chunks: manifest },
    ];
    async function* manifest() {
      const { files } = written;
      record({
        ...{ subject: 'program', subjectId: programId },
        detail: { rows: files.reduce((sum, { rows }) => sum + rows, 0), files: contents.length },
      });
      const { slug, name, nameEn } = program;
      const head = {
        ...ARCHIVE_FORMAT,
        takenAt: now.toISOString(),
        program: { id: programId, slug, name, nameEn },
      };
      yield JSON.stringify({ ...head, leftOut: LEFT_OUT, withoutBytes, ...written }, null, 2);
    }
    const file = fileName(program.slug, 'archive', now.toISOString().slice(0, 10));
    return {
      type: 'application/zip',
      disposition: dispositionOf({ file, fileTitle: file }, 'zip'),
      chunks: zipOf(parts),
    };
  },
});

const LEFT_OUT = { tables: TABLES_LEFT_OUT, columns: COLUMNS_LEFT_OUT, rows: ROWS_LEFT_OUT };

/** The bytes of the program's uploaded files, and the ids of those whose bytes are not on the disk. */
async function contentParts(tx: Tx, programId: string, { contents: written }: Written) {
  const contents: ZipPart[] = [];
  const withoutBytes: string[] = [];
  for (const id of await findContents(tx, programId)) {
    const name = contentOf(id);
    if ((await contentSize(programId, id)) === null) withoutBytes.push(id);
    else contents.push({ name, isPacked: true, chunks: () => weighed(name, programId, id, written) });
  }
  return { contents, withoutBytes };
}

async function* weighed(name: string, programId: string, id: string, written: Written['contents']) {
  const content = await openContent(programId, id);
  if (!content) throw new AppError('internal', `${name} went away`);
  const hash = createHash('sha256');
  for await (const chunk of content.body) {
    hash.update(chunk);
    yield chunk;
  }
  written.push({ name, size: content.size, sha256: hash.digest('hex') });
}

async function* counted(
  name: string,
  batches: AsyncIterable<readonly { line: string }[]>,
  { files }: Written,
) {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const batch of batches) {
    const text = batch.map(({ line }) => `${line}\n`).join('');
    hash.update(text);
    rows += batch.length;
    yield text;
  }
  files.push({ name, rows, sha256: hash.digest('hex') });
}
