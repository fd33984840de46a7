/** Where to go after signing in: a path of this site, else the first page. Never another site, never sign-in again. */
export function returnPath(next: string | undefined): string {
  if (!next?.startsWith('/') || next.includes('\\')) return '/';
  const url = URL.parse(next, 'http://here.invalid');
  if (url?.origin !== 'http://here.invalid' || url.pathname.startsWith('/sign-in')) return '/';
  return url.pathname + url.search + url.hash;
}
