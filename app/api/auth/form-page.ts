import { headers } from 'next/headers';
import { createLoader, createParser, createSerializer } from 'nuqs/server';
import type { RawQuery } from '@/lib/core/address';
import { AppError } from '@/lib/core/errors';
import type { FieldError, Refusal } from '@/lib/core/result';
import { waitInWords } from '@/lib/person/rules/lockout';
import { parseAsReturn, returnPath } from '@/lib/person/rules/return-path';
import { explainRefusals } from '@/lib/platform/explain';
import { requestLocale } from '@/lib/platform/locale';
import type { Attempt } from './attempt';

/** Why nobody was let in. */
export type Failure = AppError | { command: string; refusals: readonly Refusal[] };

const parseAs = (word: RegExp) =>
  createParser({ parse: (text) => (word.test(text) ? text : null), serialize: String });
const parseAsFigure = createParser({
  parse: (text) => Number(text.slice(0, 5)) || 0,
  serialize: String,
}).withDefault(0);
const figures = { min: parseAsFigure, max: parseAsFigure, minutes: parseAsFigure, seconds: parseAsFigure };
const parsers = {
  error: parseAs(/^[a-z_]{1,40}$/),
  at: parseAs(/^[a-z]{1,20}$/i),
  ...figures,
  next: parseAsReturn,
};
const load = createLoader(parsers);
const serialize = createSerializer(parsers);

/**
 * The page of a form that was sent before any script, or from which the browser went to a provider, with the reason and what
 * stands in its sentence.
 */
export function formPage(
  form: URLSearchParams,
  failure: Failure,
  { returnsTo, connection }: Pick<Attempt, 'returnsTo' | 'connection'>,
): string {
  const page = connection ? '/account' : pageOf(form);
  const {
    reason,
    params = {},
    field = [],
  }: Refusal = failure instanceof AppError
    ? { reason: failure.code, params: waitInWords(failure.retryAfter ?? 0) }
    : (failure.refusals[0] ?? { reason: 'invalid' });
  const at = field.length > 0 ? String(field.at(-1)) : null;
  const next = returnPath(form.get('callbackUrl') ?? returnsTo);
  return serialize(page, { ...params, error: reason, at, next: next === page ? null : next });
}

/** The form of a link has its own page: one for a new password, one to sign in. */
function pageOf(form: URLSearchParams): string {
  const link = form.get('link') ?? '';
  if (!/^[A-Za-z0-9_-]{43}$/.test(link)) return '/sign-in';
  return form.has('password') ? `/invitations/${link}` : `/sign-in/link/${link}`;
}

export type PageQuery = Promise<RawQuery>;

/** What such a page finds in its address, and the token its form carries. `noun` is whose reasons they are. */
export async function readFormPage(
  asked: PageQuery,
  noun: 'person' | 'invitation',
): Promise<{ csrf: string; next: string; problem: FieldError | null }> {
  const [query, sent, locale] = await Promise.all([asked, headers(), requestLocale()]);
  const { error: reason, at, next, ...params } = load(query);
  const refusal = reason ? [{ reason, params, ...(at ? { field: [at] } : {}) }] : [];
  return {
    csrf: sent.get('x-roundtable-csrf') ?? '',
    next,
    problem: explainRefusals(noun, refusal, locale)[0] ?? null,
  };
}
