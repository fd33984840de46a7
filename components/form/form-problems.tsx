'use client';

import { useTranslations } from 'next-intl';
import { FormError } from '@/components/ui/form-error';
import { ErrorNotice } from '@/components/ui/notice';
import type { FieldError } from '@/lib/core/result';
import { useFailureWords } from './failure-words';

type Props = { errors: readonly FieldError[]; failed: string | null };

/** What stands in the way of saving, above the form: refusals first, then what should not have happened. */
export function FormProblems({ errors, failed }: Props) {
  const t = useTranslations('error');
  const wordsOf = useFailureWords();
  if (failed) {
    const { title, next } = wordsOf(failed);
    return (
      <ErrorNotice title={title}>
        {t('kept')} {next}
      </ErrorNotice>
    );
  }
  return (
    <FormError
      problems={errors.map((error) => ({
        key: `${error.field.join('.')} ${error.reason}`,
        text: error.message,
      }))}
    />
  );
}
