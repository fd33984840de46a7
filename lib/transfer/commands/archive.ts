import { createHash } from 'node:crypto';
import { programFile } from '@/lib/platform/file';
import { type ZipPart, zipOf } from '@/lib/platform/zip';
import { transferOperations } from '../operations';
import { canTakeArchive } from '../policy';
import {
  ARCHIVED_TABLES,
  fetchNotToMeet,
  fetchPeople,
  fetchProgram,
  fetchTable,
} from '../queries/archive-tables';
import { dispositionOf, fileName } from '../rules/book';
import { takeArchiveInput } from '../schema';

/** Of the archive's own form; it is raised when an older reader would take a file for what it is not. */
const FORMAT_VERSION = 1;

type Lines = () => AsyncIterable<readonly { line: string }[]>;
type Written = { name: string; rows: number; sha256: string };

/**
 * The whole program as a zip of JSON Lines, a file a table, all of one moment while people work. The manifest comes last: it
 * holds the number of rows and the SHA-256 of each file before it was compressed.
 */
export const takeArchive = programFile({
  operation: transferOperations.takeArchive,
  input: takeArchiveInput,
  types: ['application/zip'],
  may: canTakeArchive,
  make: async (tx, { scope, now, record }) => {
    const { programId, program } = scope;
    await tx.$queryRaw`select set_config('timezone', 'UTC', true)`;
    const written: Written[] = [];
    const part = (name: string, lines: Lines): ZipPart => ({
      name: `${name}.jsonl`,
      chunks: () => counted(name, lines(), written),
    });
    const parts = [
      part('program', () => fetchProgram(tx, programId)),
      part('person', () => fetchPeople(tx, programId)),
      ...Object.keys(ARCHIVED_TABLES).map((name) => part(name, () => fetchTable(tx, programId, name))),
      part('not_to_meet', () => fetchNotToMeet(tx, programId)),
      { name: 'manifest.json', chunks: () => manifestOf(written) },
    ];
    async function* manifestOf(files: readonly Written[]) {
      record({
        ...{ subject: 'program', subjectId: programId },
        detail: { rows: files.reduce((sum, { rows }) => sum + rows, 0) },
      });
      const { slug, name } = program;
      const head = { format: 'roundtable-archive', version: FORMAT_VERSION, takenAt: now.toISOString() };
      yield JSON.stringify(
        { ...head, program: { id: programId, slug, name }, leftOut: LEFT_OUT, files },
        null,
        2,
      );
    }
    const file = fileName(program.slug, 'archive', now.toISOString().slice(0, 10));
    return {
      type: 'application/zip',
      disposition: dispositionOf({ file, fileTitle: file }, 'zip'),
      chunks: zipOf(parts),
    };
  },
});

/** What no archive holds: what its taker may not read, what lets somebody in, and what is not in the database. */
const LEFT_OUT = [
  'private notes of startups, and the trail of them',
  'whose a no-thanks is, and every other word on that pair (not_to_meet.jsonl names the pairs)',
  'passwords, sign-ins, invitations and tokens',
  'the bytes of uploaded files',
];

async function* counted(
  name: string,
  batches: AsyncIterable<readonly { line: string }[]>,
  written: Written[],
) {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const batch of batches) {
    const text = batch.map(({ line }) => `${line}\n`).join('');
    hash.update(text);
    rows += batch.length;
    yield text;
  }
  written.push({ name: `${name}.jsonl`, rows, sha256: hash.digest('hex') });
}
