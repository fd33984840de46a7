import { type AppError, ERROR_STATUS, type ErrorCode } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import type { Refusal } from '@/lib/core/result';
import { CATALOGUE } from '@/lib/platform/catalogue';
import { explainRefusals, explainWait } from '@/lib/platform/explain';
import { TooManyRequests } from './rate';

const HEADERS = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'private, no-store' };

/** RFC 9457 for a thrown error, with Retry-After where it says how long to wait. */
export function problemOfError(error: AppError, locale: Locale): Response {
  const headers: Record<string, string> = error instanceof TooManyRequests ? { ...error.headers } : {};
  if (error.retryAfter !== undefined) headers['Retry-After'] = String(error.retryAfter);
  return problemOf(error.code, locale, headers, explainWait(error, locale)?.message);
}

/** RFC 9457 for a coded error. Nothing internal is in it. */
export function problemOf(
  code: ErrorCode,
  locale: Locale,
  headers: Record<string, string> = {},
  detail?: string,
): Response {
  const words = CATALOGUE[locale].error[code];
  const body = {
    type: `urn:roundtable:error:${code}`,
    title: words.title,
    detail: detail ?? words.next,
    status: ERROR_STATUS[code],
    code,
  };
  return Response.json(body, { status: ERROR_STATUS[code], headers: { ...HEADERS, ...headers } });
}

/** 409 for a stale write, else 422; with the current record where a refusal brings one; `errors` points at each field (RFC 6901). */
export function problemOfRefusals(command: string, refusals: readonly Refusal[], locale: Locale): Response {
  const stale = refusals.find((refusal) => refusal.reason === 'stale');
  const code: ErrorCode = stale ? 'conflict' : 'invalid';
  const errors = explainRefusals(command, refusals, locale).map(({ reason, field, message }, index) => ({
    pointer: `/${field.map((part) => String(part).replace(/~/g, '~0').replace(/\//g, '~1')).join('/')}`,
    reason,
    message,
    ...(refusals[index]?.params ? { params: refusals[index].params } : {}),
  }));
  const current = refusals.find((refusal) => refusal.current !== undefined)?.current;
  const words = CATALOGUE[locale].error[code];
  const body = {
    type: `urn:roundtable:error:${code}`,
    title: words.title,
    detail: errors[0]?.message ?? words.next,
    status: ERROR_STATUS[code],
    code,
    errors,
    ...(current === undefined ? {} : { current }),
  };
  return Response.json(body, { status: ERROR_STATUS[code], headers: HEADERS });
}
