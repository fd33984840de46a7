import type { Context } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { BadArchive, type OpenArchive } from '../queries/archive-file';
import type { CheckedArchive } from '../queries/check-archive';
import { ARCHIVED_NAMES, type ArchiveFile, rowsFile } from '../rules/archive';

const ROWS_AT_ONCE = 2_000;
const LETTERS_AT_ONCE = 4 * 1024 * 1024;

/** What PostgreSQL says where the rows contradict each other, or the rules that every program keeps. */
const REFUSED = /\b(?:2[23][0-9A-Z]{3}|42703|54[0-9A-Z]{3})\b/;

type Into = {
  programId: string;
  keepMembers: boolean;
  now: Date;
  tell: Context<unknown>['tell'];
};

/** Writes all rows of a checked archive, in the order in which they can stand. Throws BadArchive where the database refuses one. */
export async function writeRows(
  tx: Tx,
  archive: OpenArchive,
  checked: CheckedArchive,
  into: Into,
): Promise<void> {
  const { programId, keepMembers, now } = into;
  let written = 0;
  for (const name of [...ARCHIVED_NAMES, 'pair_wish'] as const) {
    for await (const batch of batchesOf(archive, name)) {
      const rows = `[${batch.map((text) => checked.ids.replaceIn(text)).join(',')}]`;
      await refusing(
        name,
        tx.$queryRaw`
        select restore_rows(${programId}::uuid, ${name}, ${rows}::jsonb, ${now}::timestamptz, ${keepMembers})::text`,
      );
      written += batch.length;
      into.tell({ step: 'rows', done: Math.min(written, checked.rows), of: checked.rows });
    }
  }
}

/** Says of a refusal of the database which file of the archive it is about. */
export async function refusing<T>(name: ArchiveFile, written: Promise<T>): Promise<T> {
  try {
    return await written;
  } catch (error) {
    const { message = '', meta } = error as { message?: string; meta?: unknown };
    if (!REFUSED.test(`${message} ${JSON.stringify(meta ?? '')}`)) throw error;
    throw new BadArchive('archive_contradicts', { name: rowsFile(name) });
  }
}

/** A party that was merged into another one comes after those that were not. */
async function* batchesOf({ rows }: OpenArchive, name: ArchiveFile): AsyncGenerator<string[]> {
  let batch: string[] = [];
  let letters = 0;
  const merged: string[] = [];
  for await (const text of rows(name)) {
    if (/^(?:startup|investor)$/.test(name) && JSON.parse(text).merged_into !== null) {
      merged.push(text);
      continue;
    }
    batch.push(text);
    letters += text.length;
    if (batch.length < ROWS_AT_ONCE && letters < LETTERS_AT_ONCE) continue;
    yield batch;
    [batch, letters] = [[], 0];
  }
  if (batch.length > 0) yield batch;
  if (merged.length > 0) yield merged;
}
