import { after } from 'next/server';
import { LOCALE_COOKIE, type Locale, resolveLocale } from '@/lib/core/locale';
import type { Viewer } from '@/lib/core/scope';
import { admitsSample, sourceOf } from '@/lib/platform/local-request';
import type { StrangerCall } from '@/lib/platform/stranger';
import { askingViewer, BROWSER_COOKIE, readingIn, SIGN_IN_COOKIE } from '@/lib/platform/viewer';
import { rateHeadersOf, requestLimit, TooManyRequests } from './rate';

function cookieOf(request: Request, name: string): string | undefined {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** `headers` say how the asker's limit of requests stands; empty for a stranger. */
type Asker = { viewer: Viewer | null; byCookie: boolean; headers: Record<string, string> };

/**
 * Bearer token first; a malformed header is a stranger, never an error (T6). The cookie serves the browser. Throws
 * TooManyRequests.
 */
export async function askerOf(request: Request): Promise<Asker> {
  const authorization = request.headers.get('authorization');
  const byCookie = authorization === null;
  const secret = byCookie ? cookieOf(request, SIGN_IN_COOKIE) : bearerIn(authorization);
  const asked = { admitsSample: admitsSample(request.headers) };
  const found =
    secret &&
    (await askingViewer(byCookie ? { signIn: secret } : { apiToken: secret }, asked, requestLimit()));
  if (!found) return { viewer: null, byCookie, headers: {} };
  if (found.use.wait > 0) throw new TooManyRequests(found.use);
  const viewer = byCookie && !isMeant(request, found.viewer) ? null : found.viewer;
  return { viewer: reader(request, viewer), byCookie, headers: rateHeadersOf(found.use) };
}

function bearerIn(authorization: string): string | undefined {
  return /^Bearer ([A-Za-z0-9_~+/.-]{20,200}=*)$/i.exec(authorization)?.[1];
}

/**
 * What a browser kept for one person names that person: it is not done in the name of somebody else who has signed in on
 * the same device since.
 */
function isMeant(request: Request, { personId }: Viewer): boolean {
  const meant = request.headers.get('roundtable-person');
  return meant === null || meant === personId;
}

/** What a command of somebody not signed in is told of the request. */
export function strangerCallOf(request: Request): StrangerCall {
  const browser = cookieOf(request, BROWSER_COOKIE) ?? '';
  return {
    userAgent: (request.headers.get('user-agent') ?? '').slice(0, 300),
    admitsSample: admitsSample(request.headers),
    source: sourceOf(request.headers),
    browser: /^[A-Za-z0-9_-]{43}$/.test(browser) ? browser : null,
    signIn: cookieOf(request, SIGN_IN_COOKIE) ?? null,
    afterAnswer: (task) => after(task),
  };
}

function reader(request: Request, viewer: Viewer | null): Viewer | null {
  return viewer && readingIn(viewer, localeOf(request, viewer));
}

/** What the browser was told to show, else the person's own language, else the request's. */
export function localeOf(request: Request, viewer: Viewer | null): Locale {
  return resolveLocale(
    cookieOf(request, LOCALE_COOKIE) ?? viewer?.locale,
    request.headers.get('accept-language'),
  );
}

/** A change that rides on the cookie must come from our own pages: browsers say so in Sec-Fetch-Site or Origin. */
export function isCrossSite(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.get('origin');
  if (!origin) return false;
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
