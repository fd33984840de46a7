import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { Upload } from '@/lib/core/upload';

/** Where they lie, as long as the tests of a file run. */
const FOLDER = mkdtempSync(path.join(tmpdir(), 'roundtable-upload-'));
process.once('exit', () => rmSync(FOLDER, { recursive: true, force: true }));

/** Bytes as the server holds them once it has received them. */
export function uploadOf(name: string, bytes: Uint8Array | string): Upload {
  const file = path.join(FOLDER, randomUUID());
  writeFileSync(file, bytes);
  const content = Buffer.from(bytes);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return new Upload({ name, size: content.byteLength, sha256, path: file });
}

/** A PDF of one empty page, with some text of its own so that two differ. */
export const pdfOf = (text: string): string => `%PDF-1.7\n% ${text}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`;

export function pngOf(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#0b50d0' } })
    .png()
    .toBuffer();
}
