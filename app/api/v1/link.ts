/** RFC 8288: where the next page of a list is, with everything else that was asked. Nothing on the last page. */
export function linkToNext(request: Request, answer: unknown): { Link?: string } {
  const next = (answer as { nextCursor?: unknown } | null)?.nextCursor;
  if (typeof next !== 'string') return {};
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set('cursor', next);
  return { Link: `<${pathname}?${searchParams}>; rel="next"` };
}
