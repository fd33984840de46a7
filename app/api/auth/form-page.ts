import { headers } from 'next/headers';
import { AppError } from '@/lib/core/errors';
import type { FieldError, Refusal } from '@/lib/core/result';
import { waitInWords } from '@/lib/person/rules/lockout';
import { returnPath } from '@/lib/person/rules/return-path';
import { explainRefusals } from '@/lib/platform/explain';
import { requestLocale } from '@/lib/platform/locale';

/** Why nobody was let in. */
export type Failure = AppError | { command: string; refusals: readonly Refusal[] };

/** The page of a form that was sent before any script, with the reason and what stands in its sentence. */
export function formPage(form: URLSearchParams, failure: Failure, returnsTo: string): string {
  const page = pageOf(form);
  const {
    reason,
    params = {},
    field = [],
  }: Refusal = failure instanceof AppError
    ? { reason: failure.code, params: waitInWords(failure.retryAfter ?? 0) }
    : (failure.refusals[0] ?? { reason: 'invalid' });
  const words = Object.entries(params).map(([name, value]) => [name, String(value)]);
  const query = new URLSearchParams([['error', reason], ...words]);
  if (field.length > 0) query.set('at', String(field.at(-1)));
  const next = returnPath(form.get('callbackUrl') ?? returnsTo);
  if (next !== '/') query.set('next', next);
  return `${page}?${query}`;
}

/** The form of a link has its own page: one for a new password, one to sign in. */
function pageOf(form: URLSearchParams): string {
  const link = form.get('link') ?? '';
  if (!/^[A-Za-z0-9_-]{43}$/.test(link)) return '/sign-in';
  return form.has('password') ? `/invitations/${link}` : `/sign-in/link/${link}`;
}

export type PageQuery = Promise<Record<string, string | string[] | undefined>>;

/** What such a page finds in its address, and the token its form carries. `noun` is whose reasons they are. */
export async function readFormPage(
  asked: PageQuery,
  noun: 'person' | 'invitation',
): Promise<{ csrf: string; next: string; problem: FieldError | null }> {
  const [query, sent, locale] = await Promise.all([asked, headers(), requestLocale()]);
  const text = (name: string) => [query[name] ?? ''].flat()[0] ?? '';
  const numbers = ['min', 'max', 'minutes', 'seconds'].map((name) => [
    name,
    Number(text(name).slice(0, 5)) || 0,
  ]);
  const reason = /^[a-z_]{1,40}$/.exec(text('error'))?.[0];
  const at = /^[a-z]{1,20}$/i.exec(text('at'))?.[0];
  const params = Object.fromEntries(numbers) as Record<string, number>;
  const refusal = reason ? [{ reason, params, ...(at ? { field: [at] } : {}) }] : [];
  return {
    csrf: sent.get('x-roundtable-csrf') ?? '',
    next: returnPath(text('next')),
    problem: explainRefusals(noun, refusal, locale)[0] ?? null,
  };
}
