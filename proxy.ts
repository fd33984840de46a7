import { type NextRequest, NextResponse } from 'next/server';
import { DATA_POLICY } from '@/lib/core/data-policy';
import { isLocale, LOCALE_COOKIE } from '@/lib/core/locale';
import { CSRF_COOKIE, csrfToken } from '@/lib/platform/csrf';
import { env } from '@/lib/platform/env';

const SIGN_IN_COOKIE = 'rt_sign_in';
/** Pages that a signed-out reader may open; everything else asks to sign in first. */
const OPEN_PAGES = ['/sign-in', '/invitations'];
/** What answers for itself who may come in, and is no page. */
const NO_PAGES = ['/api', '/mcp', '/.well-known'];
/** As long as browsers keep a cookie. */
const LANGUAGE_SECONDS = 400 * 24 * 60 * 60;
/** A longer address is not carried along: written into a header twice it would be more than browsers and proxies take. */
const LONGEST_RETURN = 2000;

/**
 * Headers and a courtesy redirect for the signed-out. Never the wall: each page and route asks for itself
 * (lib/platform/viewer.ts), so with this file gone nobody sees more.
 */
export function proxy(request: NextRequest): NextResponse {
  const path = request.nextUrl.pathname;
  const language = request.nextUrl.searchParams.get('language');
  if (isOpenPage(path) && language !== null) return toLanguage(request, language);
  const isApi = NO_PAGES.some((place) => path === place || path.startsWith(`${place}/`));
  const nonce = btoa(crypto.randomUUID());
  const policy = path.startsWith('/api/v1/') ? DATA_POLICY : contentSecurityPolicy(nonce);
  if (!isApi && !isOpenPage(path) && !request.cookies.has(SIGN_IN_COOKIE)) {
    return withHeaders(toSignIn(request), request, policy);
  }
  const headers = new Headers(request.headers);
  // Next reads the nonce from here; the path lets a page send a reader whose sign-in ended back to it.
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  headers.set('x-roundtable-path', here(request));
  const csrf = isOpenPage(path) ? csrfToken(request.cookies.get(CSRF_COOKIE)?.value) : null;
  // The form of a page that is open to all carries it, so that it works before any script.
  headers.set('x-roundtable-csrf', csrf?.token ?? '');
  const response = NextResponse.next({ request: { headers } });
  if (csrf?.cookie)
    response.cookies.set(CSRF_COOKIE, csrf.cookie, { ...OWN_COOKIE, secure: isHttps(request) });
  return withHeaders(response, request, policy);
}

const OWN_COOKIE = { httpOnly: true, sameSite: 'lax', path: '/' } as const;

/** A reader who is not signed in chose a language by a link: the same page again, in it. */
function toLanguage(request: NextRequest, language: string): NextResponse {
  const url = request.nextUrl.clone();
  url.searchParams.delete('language');
  const response = NextResponse.redirect(url);
  if (isLocale(language)) {
    response.cookies.set(LOCALE_COOKIE, language, { sameSite: 'lax', path: '/', maxAge: LANGUAGE_SECONDS });
  }
  return response;
}

function isOpenPage(path: string): boolean {
  return OPEN_PAGES.some((page) => path === page || path.startsWith(`${page}/`));
}

function toSignIn(request: NextRequest): NextResponse {
  const url = request.nextUrl.clone();
  const next = here(request);
  url.pathname = '/sign-in';
  url.search = next === '/' || next.length > LONGEST_RETURN ? '' : `?next=${encodeURIComponent(next)}`;
  return NextResponse.redirect(url);
}

/** The address the reader sees: without what Next adds when it fetches a page's data. */
function here(request: NextRequest): string {
  const query = new URLSearchParams(request.nextUrl.search);
  query.delete('_rsc');
  return request.nextUrl.pathname + (query.size > 0 ? `?${query}` : '');
}

/** Inline style attributes carry sizes of charts and grids; scripts and style elements need the nonce. */
function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function withHeaders(response: NextResponse, request: NextRequest, policy: string): NextResponse {
  const { headers } = response;
  headers.set('content-security-policy', policy);
  headers.set('cache-control', 'private, no-store');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('x-frame-options', 'DENY');
  headers.set('referrer-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
  headers.set('cross-origin-opener-policy', 'same-origin');
  if (isHttps(request)) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  return response;
}

function isHttps(request: NextRequest): boolean {
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  return (forwarded ?? request.nextUrl.protocol.replace(':', '')) === 'https';
}

export const config = {
  matcher: ['/((?!_next/static|_next/image|fonts/|pdfjs/|icon.svg|noscript.css|favicon.ico).*)'],
};
