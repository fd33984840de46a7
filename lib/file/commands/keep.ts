import { createHash } from 'node:crypto';
import { fileTypeFromFile } from 'file-type';
import sharp from 'sharp';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Upload } from '@/lib/core/upload';
import { keepContent } from '@/lib/platform/content';
import { fileNameFor, LOGO_TYPES, MEDIA_TYPES, type MediaType } from '../rules';

/** A content that is on the disk, and that no row speaks of yet. Where none ever does, housekeeping removes it. */
export type KeptContent = { id: string; name: string; mediaType: MediaType; size: number; sha256: string };

/** Uploads of one person. A deck is changed a few times an hour, a folder of certificates comes at once. */
export const UPLOAD_LIMITS = { perPerson: { name: 'upload of files', most: 120, seconds: 3600 } };

/** Pixels of the longer side: twice what the largest place shows. */
const LOGO_PIXELS = 256;
/** A small file may unfold into an image that no memory holds. */
const MOST_PIXELS = 40_000_000;

/** What a file holds by its first bytes, whatever its name says; null for what is not on the list. */
async function sniff(path: string, types: readonly MediaType[]): Promise<MediaType | null> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  return types.find((type) => type === found?.mime) ?? null;
}

/** Keeps a document or an image as it is. Refusal: type_not_taken. */
export async function keepUpload(programId: string, file: Upload): Promise<Result<KeptContent>> {
  const mediaType = await sniff(file.path, MEDIA_TYPES);
  if (!mediaType) return refuse('type_not_taken', { field: ['file'] });
  const { size, sha256 } = file;
  const id = await keepContent(programId, file.path);
  return done({ id, name: fileNameFor(file.name, mediaType), mediaType, size, sha256 });
}

/**
 * Keeps an image drawn anew and small, as WebP: nothing but its pixels is left. Refusals: logo_type_not_taken,
 * image_unreadable.
 */
export async function keepLogo(programId: string, file: Upload): Promise<Result<KeptContent>> {
  if (!(await sniff(file.path, LOGO_TYPES))) return refuse('logo_type_not_taken', { field: ['file'] });
  const bytes = await redraw(file.path);
  if (!bytes) return refuse('image_unreadable', { field: ['file'] });
  const id = await keepContent(programId, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return done({ id, name: 'logo.webp', mediaType: 'image/webp', size: bytes.byteLength, sha256 });
}

/** Null where it cannot be read as an image, or is too large to be one. */
function redraw(path: string): Promise<Buffer | null> {
  return sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .rotate()
    .resize(LOGO_PIXELS, LOGO_PIXELS, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 90 })
    .toBuffer()
    .catch(() => null);
}
