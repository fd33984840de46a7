import type { Book } from './book';

/** RFC 6266: a name that every browser can read, and beside it the reader's own in UTF-8 (RFC 8187). */
export function dispositionOf({ file, fileTitle }: Pick<Book, 'file' | 'fileTitle'>, ending: string): string {
  // Signs that some file system does not take.
  const own = fileTitle
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .slice(0, 120)
    .trim();
  const encoded = encodeURIComponent(`${own}.${ending}`).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${file}.${ending}"; filename*=UTF-8''${encoded}`;
}
