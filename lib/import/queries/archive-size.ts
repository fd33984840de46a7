import yauzl from 'yauzl';
import { UnreadableFile } from '../rules/cells';

const MOST_ENTRIES = 2_000;
/** Bytes of all parts unfolded; a sheet of 50,000 rows and ten columns has 30 million. */
const MOST_UNFOLDED = 250 * 1024 * 1024;
/** A part may unfold to so many times its size; a real sheet stays below 40. */
const MOST_RATIO = 250;
const SMALL = 1024 * 1024;

/** Reads the directory at the end of a workbook's archive, and none of its parts. Throws UnreadableFile. */
export async function requireModest(path: string): Promise<void> {
  const parts = await partsOf(path);
  if (parts.some(({ name }) => /vbaProject\.bin$/i.test(name))) throw new UnreadableFile('file_macros');
  if (!parts.some(({ name }) => name === 'xl/workbook.xml')) throw new UnreadableFile('file_unknown');
  const unfolded = parts.reduce((sum, { size }) => sum + size, 0);
  const isBomb = parts.some(({ size, packed }) => size > SMALL && size > MOST_RATIO * packed);
  if (unfolded > MOST_UNFOLDED || isBomb) throw new UnreadableFile('file_too_complex');
}

type Part = { name: string; size: number; packed: number };

async function partsOf(path: string): Promise<Part[]> {
  const parts: Part[] = [];
  try {
    const archive = await yauzl.openPromise(path);
    for await (const { fileName, uncompressedSize, compressedSize } of archive.eachEntry()) {
      parts.push({ name: fileName, size: uncompressedSize, packed: compressedSize });
      if (parts.length > MOST_ENTRIES) break;
    }
    archive.close();
  } catch {
    throw new UnreadableFile('file_broken');
  }
  if (parts.length > MOST_ENTRIES) throw new UnreadableFile('file_too_complex');
  return parts;
}
