import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { openZip, UnreadableZip, type ZipEntry } from '@/lib/platform/zip-reader';
import { ARCHIVE_FORMAT, type ArchiveFile, rowsFile } from '../rules/archive';
import { type ArchiveManifest, archiveManifest } from '../rules/archive-rows';

/** A startup's worth of decks is some hundred megabytes; rows unfold to some twenty times their size. */
const BOUNDS = { entries: 100_000, unfolded: 4 * 1024 * 1024 * 1024, ratio: 250 };
const MOST_MANIFEST = 64 * 1024 * 1024;
/** Characters of one row: published figures and proofs of a timetable are the longest. */
const LONGEST_ROW = 16 * 1024 * 1024;

export type ArchiveProblem =
  | 'archive_unknown'
  | 'archive_version'
  | 'archive_changed'
  | 'archive_too_large'
  | 'archive_row'
  | 'archive_contradicts';

/** Why an archive cannot be taken, with the file of it that is meant. */
export class BadArchive extends Error {
  readonly problem: ArchiveProblem;
  readonly params: Record<string, string | number>;
  constructor(problem: ArchiveProblem, params: Record<string, string | number> = {}) {
    super(problem);
    this.problem = problem;
    this.params = params;
  }
}

export type OpenArchive = {
  manifest: ArchiveManifest;
  /** The rows of a file, each as JSON; whoever reads them to the end knows that they are those of the manifest. */
  rows: (name: ArchiveFile) => AsyncGenerator<string>;
  /** The bytes of an uploaded file by its name in the archive; null where the archive does not hold them. */
  content: (name: string) => Promise<Readable | null>;
};

/** Opens an archive for as long as `work` takes. Throws BadArchive. */
export async function withArchive<T>(path: string, work: (archive: OpenArchive) => Promise<T>): Promise<T> {
  const zip = await openZip(path, BOUNDS).catch(rethrow);
  try {
    const manifest = await readManifest(zip.entries);
    return await work({
      manifest,
      rows: (name) => rowsOf(zip.entries, manifest, rowsFile(name)),
      content: async (name) => (await zip.entries.get(name)?.read()) ?? null,
    });
  } catch (error) {
    return rethrow(error);
  } finally {
    zip.close();
  }
}

/** What zlib and the reader of the zip say of damaged bytes; all else is ours. */
const DAMAGED = /zlib|^Z_|invalid|inflat|too (?:many|few) bytes|unexpected end|incorrect|header/i;

function rethrow(error: unknown): never {
  if (error instanceof UnreadableZip)
    throw new BadArchive(error.why === 'broken' ? 'archive_unknown' : 'archive_too_large');
  const { code, message, syscall } = error as { code?: unknown; message?: unknown; syscall?: unknown };
  const isOfZip = typeof code === 'string' ? code.startsWith('Z_') : DAMAGED.test(String(message));
  if (!(error instanceof BadArchive) && syscall === undefined && isOfZip)
    throw new BadArchive('archive_unknown');
  throw error;
}

async function readManifest(entries: ReadonlyMap<string, ZipEntry>): Promise<ArchiveManifest> {
  const entry = entries.get('manifest.json');
  if (!entry || entry.size > MOST_MANIFEST) throw new BadArchive('archive_unknown');
  const told = parse(await textOf(await entry.read()));
  const { format, version } = (told ?? {}) as { format?: unknown; version?: unknown };
  if (format !== ARCHIVE_FORMAT.format || typeof version !== 'number')
    throw new BadArchive('archive_unknown');
  if (version !== ARCHIVE_FORMAT.version) throw new BadArchive('archive_version', { version });
  const manifest = archiveManifest.safeParse(told);
  if (!manifest.success) throw new BadArchive('archive_unknown');
  const { files, contents } = manifest.data;
  const named = ['manifest.json', ...[...files, ...contents].map(({ name }) => name)];
  if (named.length !== entries.size || !named.every((name) => entries.has(name)))
    throw new BadArchive('archive_changed', { name: 'manifest.json' });
  return manifest.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadArchive('archive_unknown');
  }
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function* rowsOf(entries: ReadonlyMap<string, ZipEntry>, { files }: ArchiveManifest, name: string) {
  const told = files.find((file) => file.name === name);
  const stream = await entries.get(name)?.read();
  if (!told || !stream) throw new BadArchive('archive_unknown');
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let rows = 0;
  for await (const chunk of stream) {
    hash.update(chunk as Buffer);
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_ROW) throw new BadArchive('archive_too_large');
    rows += lines.length;
    yield* lines;
  }
  if (rest !== '' || rows !== told.rows || hash.digest('hex') !== told.sha256)
    throw new BadArchive('archive_changed', { name });
}
