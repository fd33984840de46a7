/** A name without the signs that some file system does not take. */
export function fileSafe(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ');
}

/** RFC 6266: as a download, with a name that every browser can read, and beside it the file's own in UTF-8 (RFC 8187). */
export function attachment(plain: string, own: string): string {
  const encoded = encodeURIComponent(own).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
