'use client';

import { useTranslations } from 'next-intl';
import type { FieldError } from '@/lib/core/result';

const CODES = [
  'signed_out',
  'forbidden',
  'not_found',
  'conflict',
  'invalid',
  'too_many',
  'unavailable',
  'unreachable',
] as const;

type Refusal = { errors: readonly FieldError[]; failed?: string | null | undefined };

/** Words for a coded error: what went wrong, and what to do now. */
export function useFailureWords() {
  const t = useTranslations('error');
  return (failed: string): { title: string; next: string } => {
    const code = CODES.find((known) => known === failed) ?? 'internal';
    return { title: t(`${code}.title`), next: t(`${code}.next`) };
  };
}

/** One sentence or two for a toast: the first refusal, or the words of the code. */
export function useFailureText() {
  const wordsOf = useFailureWords();
  return ({ errors, failed }: Refusal): string => {
    const { title, next } = wordsOf(failed ?? 'internal');
    return errors[0]?.message ?? `${title} ${next}`;
  };
}
