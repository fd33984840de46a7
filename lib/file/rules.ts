import { attachment, fileSafe } from '@/lib/core/attachment';

/** The kinds of file that are taken, by what they hold, with the ending of their names. A closed list: SVG and HTML are not on it. */
const FILE_ENDINGS = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
} as const;
export type MediaType = keyof typeof FILE_ENDINGS;
export const MEDIA_TYPES = Object.keys(FILE_ENDINGS) as [MediaType, ...MediaType[]];

export const LOGO_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const satisfies MediaType[];

const MIB = 1024 * 1024;
/** The largest file of each kind, in bytes. */
export const MOST_BYTES = { material: 50 * MIB, evidence: 20 * MIB, logo: 5 * MIB } as const;
/** So many materials one party may have, and so many files one amount. */
export const MOST_FILES = { material: 30, evidence: 10 } as const;

export const FILE_KINDS = ['material', 'logo', 'evidence'] as const;

/** What a form of this kind lets choose. */
export function acceptOf(types: readonly MediaType[]): string {
  return types.flatMap((type) => FILE_ENDINGS[type].map((ending) => `.${ending}`)).join(',');
}

/** A name whose ending says what the file holds: `deck.exe` that holds a PDF becomes `deck.exe.pdf`. */
export function fileNameFor(name: string, type: MediaType): string {
  const endings: readonly string[] = FILE_ENDINGS[type];
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (name.includes('.') && endings.includes(ending)) return name;
  return `${name || 'file'}.${endings[0]}`;
}

/** The header by which a stored file is downloaded under its name. */
export function attachmentOf(name: string): string {
  const own = fileSafe(name).trim();
  return attachment(own.replace(/[^\x20-\x7e]+/g, '_').replaceAll('%', '_'), own);
}

/** `15.3 MB`, `120 KB`: the same in both languages. */
export function sizeText(bytes: number): string {
  return bytes < MIB ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / MIB).toFixed(1)} MB`;
}
