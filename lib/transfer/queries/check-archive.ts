import { ARCHIVED_NAMES, type ArchiveFile, contentOf, rowsFile } from '../rules/archive';
import {
  type ArchivedPerson,
  type ArchivedProgramRow,
  archivedPerson,
  archivedProgramRow,
  readRow,
} from '../rules/archive-rows';
import { BadArchive, type OpenArchive } from './archive-file';
import { NewIds } from './new-ids';

const MOST_ROWS = 3_000_000;

/** An uploaded file as its row in the archive has it. */
export type ArchivedFile = {
  id: string;
  kind: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
};

/** What is known of an archive once all of it was read; nothing of it is written by then. */
export type CheckedArchive = {
  program: ArchivedProgramRow;
  people: ArchivedPerson[];
  files: ArchivedFile[];
  ids: NewIds;
  /** For each timetable, by its id here, how many entries the meeting log had when its draft was made. */
  ends: Record<string, number>;
  rows: number;
};

/**
 * Reads every row of an archive: that they are those of the manifest, that each can be taken, and which ids there are.
 * `programId`: what the program will be. Throws BadArchive.
 */
export async function checkArchive(archive: OpenArchive, programId: string): Promise<CheckedArchive> {
  const { manifest } = archive;
  const total = manifest.files.reduce((sum, file) => sum + file.rows, 0);
  if (total > MOST_ROWS) throw new BadArchive('archive_too_large');
  const ids = new NewIds(programId);
  const program = await readProgram(archive);
  ids.put(program.id, programId);
  const people = await readPeople(archive);
  const files: ArchivedFile[] = [];
  const log: number[] = [];
  const drafts: { id: string; base: number }[] = [];
  for (const name of ARCHIVED_NAMES)
    for await (const row of checkedRows(archive, name)) {
      if (typeof row.id === 'string') ids.add(row.id);
      if (name === 'stored_file') files.push(fileOfRow(row));
      if (name === 'meeting_event') log.push(row.seq as number);
      if (name === 'timetable') drafts.push({ id: row.id as string, base: row.base_seq as number });
    }
  for await (const _ of checkedRows(archive, 'pair_wish'));
  const ends = Object.fromEntries(
    drafts.map(({ id, base }) => [ids.of(id), log.filter((seq) => seq <= base).length]),
  );
  return { program, people, files, ids, ends, rows: total };
}

/** The rows of a file, all with the columns of the first. */
async function* checkedRows({ rows }: OpenArchive, name: ArchiveFile) {
  let columns = '';
  let number = 0;
  for await (const text of rows(name)) {
    number += 1;
    const row = readRow(name, text);
    const named = Object.keys(row ?? {})
      .toSorted()
      .join();
    columns ||= named;
    if (!row || named !== columns) throw new BadArchive('archive_row', { name: rowsFile(name), row: number });
    yield row;
  }
}

/** The program's own row. */
export async function readProgram({ rows, manifest }: OpenArchive): Promise<ArchivedProgramRow> {
  const [text = '', ...more] = await Array.fromAsync(rows('program'));
  const row = archivedProgramRow.safeParse(readRow('program', text));
  if (!row.success || more.length > 0 || row.data.id !== manifest.program.id)
    throw new BadArchive('archive_row', { name: rowsFile('program'), row: 1 });
  return row.data;
}

/** Everybody whom a row of the archive names, by address. */
export async function readPeople({ rows }: OpenArchive): Promise<ArchivedPerson[]> {
  const people: ArchivedPerson[] = [];
  for await (const text of rows('person')) {
    const person = archivedPerson.safeParse(readRow('person', text));
    if (!person.success)
      throw new BadArchive('archive_row', { name: rowsFile('person'), row: people.length + 1 });
    people.push(person.data);
  }
  return people;
}

function fileOfRow(row: Readonly<Record<string, unknown>>): ArchivedFile {
  const { id, kind, name, media_type: mediaType, size, sha256 } = row;
  return { id, kind, name, mediaType, size, sha256 } as ArchivedFile;
}

/** The bytes that the archive holds of a file; null where its manifest says that it holds none. Throws BadArchive. */
export async function contentOfFile({ manifest, content }: OpenArchive, { id }: ArchivedFile) {
  const name = contentOf(id);
  const isHeld = manifest.contents.some((each) => each.name === name);
  if (isHeld === manifest.withoutBytes.includes(id)) throw new BadArchive('archive_changed', { name });
  return isHeld ? content(name) : null;
}
