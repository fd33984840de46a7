'use client';

import { useTranslations } from 'next-intl';
import { AuthFields, type AuthFieldsProps, useAuthForm } from '@/components/person/auth-form';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import type { FieldError } from '@/lib/core/result';

type Props = AuthFieldsProps & { link: string; problem: FieldError | null };

/** One button: who opens the page of a link may be a scanner, who presses it is a person. */
export function SignInByLinkForm({ link, csrf, next, problem }: Props) {
  const t = useTranslations('viewer.signIn');
  const { props, isBusy, problems } = useAuthForm('callback/email', problem);
  return (
    <form {...props} className="grid gap-4">
      <FormError problems={problems()} />
      <AuthFields csrf={csrf} next={next} />
      <input type="hidden" name="link" value={link} />
      <Button type="submit" tone="primary" size="lg" wide busy={isBusy}>
        {t('submit')}
      </Button>
    </form>
  );
}
