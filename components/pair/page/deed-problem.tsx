'use client';

import { useTranslations } from 'next-intl';
import { FormError } from '@/components/ui/form-error';
import { ErrorNotice } from '@/components/ui/notice';
import type { Said } from './use-deed';

const CODES = ['signed_out', 'forbidden', 'not_found', 'unavailable'] as const;

/** What no field of the form can show: refusals of the whole, a lost connection, an expired sign-in. */
export function DeedProblem({ said, fields }: { said: Said; fields: readonly string[] }) {
  const t = useTranslations('error');
  const page = useTranslations('pair.page');
  const elsewhere = said.errors.filter((error) => !fields.some((field) => field === error.field.at(-1)));
  const code = said.failed && (CODES.find((known) => known === said.failed) ?? 'internal');
  return (
    <>
      <FormError
        problems={elsewhere.map((error) => ({ key: `${error.reason}${error.field}`, text: error.message }))}
      />
      {code && (
        <ErrorNotice title={t(`${code}.title`)}>
          {code === 'signed_out' ? (
            <a className="ui-link" href="/sign-in" target="_blank" rel="noreferrer">
              {page('signInAnew')}
            </a>
          ) : (
            t(`${code}.next`)
          )}
        </ErrorNotice>
      )}
    </>
  );
}
