'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { Failure } from '@/components/form/call';
import { useFailureWords } from '@/components/form/failure-words';

/** The server's sentences by field; '' holds what concerns the whole form. */
export type Errors = Partial<Record<string, string>>;

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

/** Words for a change that was not made; the input stays in the form. */
export function useErrorsOf(): (failure: Failure) => Errors {
  const t = useTranslations('error');
  const wordsOf = useFailureWords();
  return ({ errors: refusals, failed }) => {
    if (failed) {
      const { title, next } = wordsOf(failed);
      return { '': `${title} ${t('kept')} ${next}` };
    }
    const errors: Errors = {};
    for (const { field, message } of refusals) errors[FIELDS[String(field[0])] ?? ''] ??= message;
    return errors;
  };
}

/** Brings what is wrong before the reader: the first control at fault takes the focus, a sentence alone comes into view. */
export function useShowErrors(errors: Errors) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    const control = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (control) control.focus();
    else form.current?.querySelector('[role="alert"] p')?.scrollIntoView({ block: 'center' });
  }, [errors]);
  return form;
}
