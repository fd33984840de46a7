import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** One file of a zip; its chunks are asked for when its turn comes. */
export type ZipPart = {
  name: string;
  chunks: () => AsyncIterable<string | Uint8Array>;
  /** What is packed already, such as a picture, is put in as it is. */
  isPacked?: boolean;
};

/** A zip of these parts, made while it is read: the parts one after another, none of them held in memory. */
export function zipOf(parts: Iterable<ZipPart>): AsyncIterable<Uint8Array> {
  const zip = new ZipFile();
  const bytes = zip.outputStream as Readable;
  zip.on('error', (error: Error) => bytes.destroy(error));
  for (const { name, chunks, isPacked = false } of parts) {
    zip.addReadStreamLazy(name, { compress: !isPacked }, (give) => {
      const source = Readable.from(chunks());
      // The zip does not listen: without this, whoever reads it would wait for ever, and the process would end.
      source.once('error', (error) => bytes.destroy(error));
      give(null, source);
    });
  }
  zip.end();
  return bytes;
}
