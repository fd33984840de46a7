'use client';

import { useTranslations } from 'next-intl';
import { FormError } from '@/components/ui/form-error';
import { ErrorNotice } from '@/components/ui/notice';
import type { FieldError } from '@/lib/platform/explain';

type Props = { errors: readonly FieldError[]; failed: string | null };

/** What stands in the way of saving, above the form: refusals first, then what should not have happened. */
export function FormProblems({ errors, failed }: Props) {
  const t = useTranslations('program.problem');
  const words = useTranslations('error');
  if (failed === 'signed_out') {
    return (
      <ErrorNotice title={t('signedOut')}>
        <a
          href="/sign-in"
          target="_blank"
          rel="noreferrer"
          className="font-medium underline underline-offset-2"
        >
          {t('signIn')}
        </a>
      </ErrorNotice>
    );
  }
  if (failed === 'unavailable') return <ErrorNotice title={t('offline')} />;
  if (failed) {
    const code = isKnown(failed) ? failed : 'internal';
    return <ErrorNotice title={words(`${code}.title`)}>{words(`${code}.next`)}</ErrorNotice>;
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

const CODES = ['forbidden', 'not_found', 'conflict', 'invalid', 'too_many', 'internal'] as const;

function isKnown(code: string): code is (typeof CODES)[number] {
  return CODES.some((known) => known === code);
}
