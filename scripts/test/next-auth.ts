import type { NextRequest } from 'next/server';
import type { NextAuthOptions } from 'next-auth';

type Context = { params: Promise<{ nextauth: string[] }> };
// biome-ignore lint/suspicious/noExplicitAny: the older signature of next-auth, which wants Next's own request and response.
type Older = (request: any, response: any, options: NextAuthOptions) => Promise<unknown>;

/**
 * next-auth as a route calls it, where there is no Next around: by its older signature, which asks nothing of Next. Its core,
 * which does all the work, is the same. It is CommonJS, whose default stands once more below itself here.
 */
export function nextAuthOutsideNext({ default: loaded }: { default: unknown }) {
  const nextAuth = ((loaded as { default?: Older }).default ?? loaded) as Older;
  return async (request: NextRequest, { params }: Context, options: NextAuthOptions): Promise<Response> => {
    const headers = new Headers();
    let status = 200;
    let body: string | null = null;
    const response = {
      getHeader: () => headers.getSetCookie(),
      setHeader: (name: string, value: string | string[]) => {
        headers.delete(name);
        for (const each of [value].flat()) headers.append(name, each);
        return response;
      },
      status: (code: number) => {
        status = code;
        return response;
      },
      end: () => undefined,
      send: (sent: unknown) => {
        body = typeof sent === 'string' ? sent : JSON.stringify(sent ?? null);
      },
    };
    const { searchParams } = new URL(request.url);
    const asked = {
      method: request.method,
      headers: Object.fromEntries(request.headers),
      cookies: Object.fromEntries(
        (request.headers.get('cookie') ?? '').split('; ').map((each) => {
          const [name = '', value = ''] = each.split(/=(.*)/s);
          return [name, decodeURIComponent(value)];
        }),
      ),
      query: { ...Object.fromEntries(searchParams), nextauth: (await params).nextauth },
      body: Object.fromEntries(new URLSearchParams(request.method === 'POST' ? await request.text() : '')),
    };
    await nextAuth(asked, response, options);
    return new Response(body, { status, headers });
  };
}
