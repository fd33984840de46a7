'use client';

import { useTranslations } from 'next-intl';
import { useFailureWords } from '@/components/form/failure-words';

/** The server's sentences by field; '' holds what concerns the whole form. */
export type Errors = Partial<Record<string, string>>;

type Failed = {
  ok: false;
  errors: { field: (string | number)[]; message: string }[];
  failed?: string | undefined;
};

/** Words for an action that did not go through; the input stays in the form. */
export function useErrorsOf(): (result: Failed) => Errors {
  const t = useTranslations('error');
  const wordsOf = useFailureWords();
  return (result) => {
    if (result.failed) {
      const { title, next } = wordsOf(result.failed);
      return { '': `${title} ${t('kept')} ${next}` };
    }
    const errors: Errors = {};
    for (const { field, message } of result.errors) {
      const [first = ''] = field;
      const name = FIELDS[String(first)] ?? '';
      errors[name] ??= message;
    }
    return errors;
  };
}

const FIELDS: Record<string, string> = {
  stage: 'stage',
  startsAt: 'time',
  endsAt: 'time',
  table: 'table',
  link: 'link',
  contactIds: 'people',
  reason: 'reason',
  advanceReason: 'advanceReason',
  meetReason: 'meetReason',
};
