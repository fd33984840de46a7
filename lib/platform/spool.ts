import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { env } from './env';

/** Somebody asked for it and did not come: longer than any answer takes to begin. */
const UNREAD_MS = 60_000;

/** A file that waits to be sent; `size` in bytes. It can be read once, or forgotten. */
export type Spooled = {
  size: number;
  read: () => ReadableStream<Uint8Array>;
  forget: () => Promise<void>;
};

/**
 * Writes what comes to the disk of DATA_DIR, at the speed of whoever makes it, so that no connection waits for a slow reader
 * and nothing is held in memory. The file loses its name before the first byte is written: however the process ends, the
 * system frees its space. A file that nobody reads is closed after a minute, and not whenever its memory is collected.
 */
export async function spool(chunks: AsyncIterable<string | Uint8Array>): Promise<Spooled> {
  const folder = path.join(env.DATA_DIR, 'outgoing');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const place = path.join(folder, randomUUID());
  const file = await open(place, 'wx+', 0o600);
  try {
    await rm(place);
    await file.writeFile(chunks);
    const { size } = await file.stat();
    const unread = setTimeout(() => void file.close(), UNREAD_MS).unref();
    return {
      size,
      read: () => {
        clearTimeout(unread);
        return Readable.toWeb(file.createReadStream({ start: 0 })) as ReadableStream<Uint8Array>;
      },
      forget: () => {
        clearTimeout(unread);
        return file.close();
      },
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}
