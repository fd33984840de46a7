import type { Readable } from 'node:stream';
import yauzl from 'yauzl';

/** How much a zip may hold before anything of it is unfolded; bytes, and how many times its size a large part may unfold to. */
export type ZipBounds = { entries: number; unfolded: number; ratio: number };
export type ZipEntry = { size: number; read: () => Promise<Readable> };
export type OpenZip = { entries: ReadonlyMap<string, ZipEntry>; close: () => void };

const SMALL = 1024 * 1024;

export class UnreadableZip extends Error {
  readonly why: 'broken' | 'too_much';
  constructor(why: 'broken' | 'too_much') {
    super(why);
    this.why = why;
  }
}

/**
 * Opens a zip by the directory at its end. A part that turns out larger than the directory says breaks off, so that the bounds
 * hold for what is read. Throws UnreadableZip: broken also where two parts have one name or a part is encrypted.
 */
export async function openZip(path: string, bounds: ZipBounds): Promise<OpenZip> {
  const zip = await yauzl.openPromise(path, { autoClose: false }).catch(() => {
    throw new UnreadableZip('broken');
  });
  try {
    const entries = new Map<string, ZipEntry>();
    let unfolded = 0;
    for await (const entry of zip.eachEntry()) {
      const { fileName, uncompressedSize: size, compressedSize: packed } = entry;
      unfolded += size;
      const isBomb = size > SMALL && size > bounds.ratio * packed;
      if (entries.size === bounds.entries || unfolded > bounds.unfolded || isBomb)
        throw new UnreadableZip('too_much');
      if (entries.has(fileName) || !entry.canDecodeFileData()) throw new UnreadableZip('broken');
      entries.set(fileName, { size, read: () => zip.openReadStreamPromise(entry) });
    }
    return { entries, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error instanceof UnreadableZip ? error : new UnreadableZip('broken');
  }
}
