import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { done, type Result, refuse } from '@/lib/core/result';
import { beginningOf, tidyLine } from '@/lib/core/text';
import { Upload } from '@/lib/core/upload';
import { env } from './env';

/** The largest file that an operation takes, in bytes, where it does not ask for more; each says less for itself. */
const MOST_BYTES = 60 * 1024 * 1024;
/** A field beside the file holds short JSON or text. */
const MOST_FIELD_BYTES = 64 * 1024;
const MOST_FIELDS = 20;
const LONGEST_NAME = 200;

export type Received = {
  fields: Record<string, unknown>;
  /** Removes the files; whoever keeps one has copied it by then. */
  forget: () => Promise<void>;
};

/**
 * Takes the parts of a `multipart/form-data` request: files go to the disk as they come, so that none is held in memory,
 * and stand in `fields` as an `Upload` each. A field that reads as a JSON object, list or boolean is taken as such. Refusals:
 * not_multipart, file_too_large, too_many_parts, invalid.
 */
export async function receiveUpload(request: Request, mostBytes = MOST_BYTES): Promise<Result<Received>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data;/i.test(type) || !request.body) return refuse('not_multipart');
  const parts = new Parts(type, await incoming(), mostBytes);
  try {
    await pipeline(Readable.fromWeb(request.body as never), parts.reader);
    await parts.written();
  } catch {
    parts.refusal ??= 'invalid';
  }
  if (!parts.refusal) return done({ fields: parts.fields, forget: () => parts.forget() });
  await parts.forget();
  return refuse(parts.refusal, parts.refusal === 'file_too_large' ? { params: { max: mostBytes } } : {});
}

async function incoming(): Promise<string> {
  const folder = path.join(env.DATA_DIR, 'incoming');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

async function toUpload(stream: Readable, name: string, place: string): Promise<Upload> {
  const hash = createHash('sha256');
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.byteLength;
    hash.update(chunk);
  });
  await pipeline(stream, createWriteStream(place, { mode: 0o600 }));
  return new Upload({ name, size, sha256: hash.digest('hex'), path: place });
}

/** A file that came inside another one, held as one that came by itself for as long as `work` takes. */
export async function withUpload<T>(
  stream: Readable,
  name: string,
  work: (upload: Upload) => Promise<T>,
): Promise<T> {
  const place = path.join(await incoming(), randomUUID());
  try {
    return await work(await toUpload(stream, nameOf(name), place));
  } finally {
    await rm(place, { force: true });
  }
}

/** What one request brings; a name that comes twice is refused. */
class Parts {
  readonly fields: Record<string, unknown> = Object.create(null);
  readonly reader: BusboyInstance;
  refusal: string | null = null;
  private readonly paths: string[] = [];
  private readonly streams: Readable[] = [];
  private readonly writing: Promise<void>[] = [];

  constructor(type: string, folder: string, mostBytes: number) {
    this.reader = new Busboy({
      headers: { 'content-type': type },
      limits: {
        ...{ fields: MOST_FIELDS, files: 1, parts: MOST_FIELDS + 1, headerPairs: 20 },
        ...{ fieldSize: MOST_FIELD_BYTES, fieldNameSize: 60, fileSize: mostBytes },
      },
    });
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
      this.reader.on(limit, () => this.refuse('too_many_parts'));
    this.reader.on('field', (name, value, isNameCut, isValueCut) => {
      if (isNameCut || isValueCut) this.refuse('invalid');
      else this.take(name, readField(value));
    });
    this.reader.on('file', (name, stream, fileName) => {
      const place = path.join(folder, randomUUID());
      this.paths.push(place);
      this.streams.push(stream);
      this.writing.push(this.write(name, stream, fileName, place));
    });
  }

  async written(): Promise<void> {
    await Promise.all(this.writing);
  }

  async forget(): Promise<void> {
    // A file that the network cut off would be waited for without end.
    for (const stream of this.streams) stream.destroy();
    await Promise.allSettled(this.writing);
    for (const place of this.paths) await rm(place, { force: true });
  }

  private async write(name: string, stream: Readable, fileName: string | undefined, place: string) {
    stream.once('limit', () => this.refuse('file_too_large'));
    this.take(name, await toUpload(stream, nameOf(fileName), place));
  }

  private take(name: string, value: unknown) {
    if (name in this.fields) this.refuse('invalid');
    this.fields[name] = value;
  }

  private refuse(reason: string) {
    this.refusal ??= reason;
  }
}

/** Names of macOS come decomposed, those of Windows may carry a folder; controls no database keeps. */
function nameOf(fileName = ''): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? '';
  return beginningOf(tidyLine(last.replace(/\p{Cc}/gu, ' ')), LONGEST_NAME);
}

function readField(text: string): unknown {
  if (!/^\s*(?:[[{]|(?:true|false)\s*$)/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
