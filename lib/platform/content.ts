import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { env } from './env';

const IDS = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where the contents of stored files lie: outside the web root, one folder a program. */
const root = () => path.resolve(/* turbopackIgnore: true */ env.DATA_DIR, 'files');
const placeOf = (programId: string, id: string) => path.join(root(), programId, id);

/**
 * Keeps a content under a random name: `from` is a path, or the bytes. It is whole on the disk before it has its name, so that
 * no reader finds half of it. Returns the name, a UUID.
 */
export async function keepContent(programId: string, from: string | Uint8Array): Promise<string> {
  const id = crypto.randomUUID();
  const place = placeOf(programId, id);
  const part = `${place}.part`;
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  try {
    if (typeof from === 'string') await copyFile(from, part);
    else await writeFile(part, from, { mode: 0o600 });
    await flush(part);
    await rename(part, place);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return id;
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.chmod(0o600);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** How large a content is, in bytes; null where it is not there. */
export async function contentSize(programId: string, id: string): Promise<number | null> {
  const found = await stat(placeOf(programId, id)).catch(() => null);
  return found?.size ?? null;
}

/** The bytes of a content, as they are read; null where it is not there. */
export async function openContent(
  programId: string,
  id: string,
): Promise<{ size: number; body: ReadableStream<Uint8Array> } | null> {
  const size = await contentSize(programId, id);
  if (size === null) return null;
  const body = Readable.toWeb(createReadStream(placeOf(programId, id))) as ReadableStream<Uint8Array>;
  return { size, body };
}

/**
 * Removes what was left behind: contents older than a day that `unknownOf` does not know, and parts that never got their
 * name. A younger one may belong to a change that is still on its way.
 */
export async function sweepContents(
  unknownOf: (ids: string[]) => Promise<string[]>,
  now = new Date(),
): Promise<void> {
  const before = now.getTime() - 24 * 60 * 60 * 1000;
  for (const programId of await readdir(root()).catch(() => [])) {
    const folder = path.join(root(), programId);
    const names = await readdir(folder).catch(() => []);
    const old: string[] = [];
    for (const name of names) {
      const { mtimeMs } = await stat(path.join(folder, name)).catch(() => ({
        mtimeMs: Number.POSITIVE_INFINITY,
      }));
      if (mtimeMs < before) old.push(name);
    }
    const unknown = await unknownOf(old.filter((name) => IDS.test(name)));
    for (const name of [...unknown, ...old.filter((each) => each.endsWith('.part'))])
      await rm(path.join(folder, name), { force: true });
  }
}
