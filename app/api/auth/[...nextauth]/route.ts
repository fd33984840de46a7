import { NextRequest, NextResponse } from 'next/server';
import NextAuth from 'next-auth';
import { AppError, isAppError } from '@/lib/core/errors';
import { log } from '@/lib/platform/log';
import { isCrossSite, localeOf } from '../../v1/asker';
import { textOf } from '../../v1/input';
import { problemOf, problemOfError } from '../../v1/problem';
import { answerOf, baseAddress } from '../answer';
import { Attempt, RETURN_COOKIE } from '../attempt';
import { AUTH_ROUTES, authOptions } from '../options';

type Context = { params: Promise<{ nextauth: string[] }> };

const OF_PROVIDERS = ['code', 'state', 'iss', 'error', 'error_description', 'session_state'];

/** Bytes: the longest form carries the answer of a passkey. */
const LONGEST_FORM = 16_384;

/** Signing in and out, by next-auth: its own routes as far as AUTH_ROUTES names them, with bodies of a form's length. */
async function answer(request: NextRequest, context: Context): Promise<Response> {
  const locale = localeOf(request, null);
  try {
    const route = `${request.method} ${(await context.params).nextauth.join('/')}`;
    if (!AUTH_ROUTES.some((known) => known === route)) return problemOf('not_found', locale);
    if (hasForeignReturn(request)) return withoutReturn(problemOf('invalid', locale));
    const form = request.method === 'POST' ? await formOf(request) : new URLSearchParams();
    const attempt = new Attempt(request);
    const connect = form.get('connect');
    if (connect !== null) await attempt.beginConnection(connect);
    const response = await NextAuth(plain(request, form), context, authOptions(attempt));
    return answerOf(response, { request, form, attempt, locale });
  } catch (error) {
    if (!isAppError(error)) log.error({ err: error }, 'signing in failed');
    return isAppError(error) ? problemOfError(error, locale) : problemOf('internal', locale);
  }
}

/** Throws forbidden for what another site sends, invalid for what is no form of ours. */
async function formOf(request: Request): Promise<URLSearchParams> {
  if (isCrossSite(request)) throw new AppError('forbidden', 'cross-site');
  const text = await textOf(request, LONGEST_FORM);
  if (text === null) throw new AppError('invalid', 'form too long');
  return new URLSearchParams(text);
}

/** Where to go afterwards stands in a cookie, too. next-auth takes one that leads elsewhere for a fault of its own set-up. */
function hasForeignReturn(request: NextRequest): boolean {
  const kept = request.cookies.get(RETURN_COOKIE)?.value;
  return kept !== undefined && URL.parse(kept)?.origin !== baseAddress();
}

function withoutReturn({ status, headers, body }: Response): Response {
  const answer = new NextResponse(body, { status, headers });
  answer.cookies.delete(RETURN_COOKIE);
  return answer;
}

/** Nothing but the fields of a form goes on: next-auth would read JSON too, and hand a query on to a provider. */
function plain(request: NextRequest, form: URLSearchParams): NextRequest {
  const { origin, pathname, searchParams } = new URL(request.url);
  const address = `${origin}${pathname}`;
  if (request.method !== 'POST') {
    // What a provider sends back; where to go on stands in the cookie.
    const sent = OF_PROVIDERS.filter((name) => searchParams.has(name));
    const query = new URLSearchParams(sent.map((name) => [name, searchParams.get(name) ?? '']));
    return new NextRequest(`${address}?${query}`, { headers: request.headers });
  }
  const headers = new Headers(request.headers);
  headers.delete('content-length');
  headers.set('content-type', 'application/x-www-form-urlencoded');
  return new NextRequest(address, { method: 'POST', headers, body: form.toString() });
}

export { answer as GET, answer as POST };
