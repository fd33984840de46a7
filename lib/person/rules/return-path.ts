import { createLoader, createParser, createSerializer } from 'nuqs/server';

const HERE = 'http://here.invalid';

/**
 * Where to go after signing in: a path of this site, else the first page. Never another site, never sign-in again.
 * The address is resolved as a browser will, and what comes of it has to lead to the same place when resolved once more.
 */
export function returnPath(next: string | undefined): string {
  const url = next?.startsWith('/') ? URL.parse(next, HERE) : null;
  if (url?.origin !== HERE || url.username || url.password) return '/';
  const path = url.href.slice(HERE.length);
  if (!isPlain(url.pathname) || hasUnseen(next ?? '') || URL.parse(path, HERE)?.href !== url.href) return '/';
  return /^\/sign-in(\/|$)/.test(url.pathname) ? '/' : path;
}

/** No empty part, and neither slash, backslash nor dot written so that only a later reader would see it. */
function isPlain(pathname: string): boolean {
  return !/\/\/|\\|%(2e|2f|5c|25|0|1)/i.test(pathname);
}

/** Browsers drop tabs and ends of lines, and read a backslash of a path as a slash. */
function hasUnseen(text: string): boolean {
  return /[\p{C}\\]/u.test(text);
}

/** `next` in an address: never anything else than a path of this site; the first page is not written. */
export const parseAsReturn = createParser({ parse: returnPath, serialize: String }).withDefault('/');
export const readReturn = createLoader({ next: parseAsReturn });
const serialize = createSerializer({ next: parseAsReturn });

/** A page that leads on to `next` when it is done. */
export function withReturn(page: string, next: string): string {
  return serialize(page, { next });
}
