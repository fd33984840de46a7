import { NextResponse } from 'next/server';
import { AppError } from '@/lib/core/errors';
import { LOCALE_COOKIE, type Locale, THEME_COOKIE } from '@/lib/core/locale';
import type { OpenedSignIn } from '@/lib/person/commands/start-sign-in';
import { env } from '@/lib/platform/env';
import { BROWSER_COOKIE } from '@/lib/platform/viewer';
import { problemOfError, problemOfRefusals } from '../v1/problem';
import { type Attempt, CONNECT_COOKIE, sealConnection } from './attempt';
import { type Failure, formPage } from './form-page';

/** As long as browsers keep a cookie. */
const LONGEST_SECONDS = 400 * 24 * 60 * 60;
/** As long as next-auth waits for a provider. */
const JOURNEY_SECONDS = 15 * 60;

type Asked = { request: Request; form: URLSearchParams; attempt: Attempt; locale: Locale };

/**
 * What next-auth answered, as a page of ours reads it: where to go on as `{ url }`, or an RFC 9457 problem, for whoever accepts
 * JSON; for a form before any script a redirect, back to the form where nobody was let in.
 */
export function answerOf(response: Response, { request, form, attempt, locale }: Asked): Response {
  const to = response.headers.get('location');
  if (to === null) return response;
  const wantsJson = request.headers.get('accept')?.includes('application/json') ?? false;
  const failure = failureOf(attempt, to);
  if (failure && wantsJson) {
    return failure instanceof AppError
      ? problemOfError(failure, locale)
      : problemOfRefusals(failure.command, failure.refusals, locale);
  }
  const url = failure ? formPage(form, failure, attempt) : pathOf(to);
  const answer = wantsJson
    ? NextResponse.json({ url })
    : new NextResponse(null, { status: 303, headers: { location: url } });
  answer.headers.set('cache-control', 'private, no-store');
  if (attempt.opened) keepBrowser(answer, attempt.opened, { form, isSecure: attempt.isSecure });
  keepConnection(answer, to, attempt);
  // Last: cookies set by Next take the place of all that stand there.
  for (const cookie of response.headers.getSetCookie()) answer.headers.append('set-cookie', cookie);
  return answer;
}

/**
 * Fixed when the browser leaves for the provider, and over when it is back: whether it went there to connect. A journey that
 * begins in order to sign in takes an earlier one's place.
 */
function keepConnection(
  answer: NextResponse,
  to: string,
  { connector, connection, isSecure }: Attempt,
): void {
  const state = URL.parse(to)?.searchParams.get('state');
  if (state && connector) {
    const options = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: JOURNEY_SECONDS } as const;
    const sealed = sealConnection(connector.accessId, state);
    answer.cookies.set(CONNECT_COOKIE, sealed, { ...options, secure: isSecure });
  } else if (state || connection) answer.cookies.delete(CONNECT_COOKIE);
}

/** next-auth sends a form without its token, and whatever goes wrong with a provider, to pages that we do not have. */
function failureOf({ refused, failed, connection }: Attempt, to: string): Failure | null {
  if (refused || failed) return refused ?? failed;
  const { pathname, searchParams } = new URL(to, baseAddress());
  if (pathname.startsWith('/api/auth/') && searchParams.has('csrf')) return new AppError('forbidden', 'csrf');
  if (pathname !== '/api/auth/error') return null;
  const reason = connection ? 'connect_failed' : 'provider_failed';
  return { command: 'person.sign_in_by_identity', refusals: [{ reason }] };
}

/** Where people type the address of this server. */
export function baseAddress(): string {
  return new URL(env.APP_URL ?? `http://localhost:${env.PORT}`).origin;
}

/** Without the host where it is ours: cookies belong to the one that was typed, which may be another name of this server. */
function pathOf(to: string): string {
  return to.startsWith(`${baseAddress()}/`) ? to.slice(baseAddress().length) : to;
}

/**
 * The browser is known again later, and shows what the person chose. The people of the sample are shared by whoever tries them,
 * and whoever signs in again over an open page goes on in it: there it keeps its own.
 */
function keepBrowser(
  answer: NextResponse,
  { browser, locale, theme }: OpenedSignIn,
  { form, isSecure }: { form: URLSearchParams; isSecure: boolean },
): void {
  const options = { sameSite: 'lax', path: '/', maxAge: LONGEST_SECONDS } as const;
  answer.cookies.set(BROWSER_COOKIE, browser, { ...options, httpOnly: true, secure: isSecure });
  if (form.has('keepsLook')) return;
  answer.cookies.set(LOCALE_COOKIE, locale, options);
  answer.cookies.set(THEME_COOKIE, theme, options);
}
