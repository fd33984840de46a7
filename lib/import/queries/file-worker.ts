import { readFile } from 'node:fs/promises';
import { inThread } from '@/lib/platform/worker-task';
import { type ReadFile, UnreadableFile } from '../rules/cells';
import { readTextFile } from '../rules/text-file';
import { readWorkbook } from '../rules/workbook';
import { requireModest } from './archive-size';

export type ReadingTask = { path: string; sheet?: string };

/* A thread of the server, with a memory of its own: a file that unfolds to more than it holds ends the thread alone. */
export default inThread<ReadingTask, never, ReadFile>(async ({ path, sheet }) => {
  const bytes = await readFile(path);
  const read = await readBytes(bytes, path, sheet);
  if (read.rows.every(({ cells }) => cells.every((cell) => cell === null)))
    throw new UnreadableFile('file_empty');
  return read;
});

async function readBytes(bytes: Buffer, path: string, sheet: string | undefined): Promise<ReadFile> {
  if (bytes.subarray(0, 4).equals(ZIP)) {
    await requireModest(path);
    return readWorkbook(bytes, sheet);
  }
  if (bytes.subarray(0, 8).equals(OLE))
    throw new UnreadableFile(bytes.includes(ENCRYPTED) ? 'file_protected' : 'file_old_format');
  return readTextFile(bytes);
}

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** The compound file of old Excel, and of every workbook with a password. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
