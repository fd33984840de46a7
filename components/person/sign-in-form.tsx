'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { TextInput } from '@/components/ui/text-input';
import type { FieldError } from '@/lib/core/result';
import { AuthFields, type AuthFieldsProps, useAuthForm } from './auth-form';

type Props = AuthFieldsProps & { problem: FieldError | null };

/** E-mail and password. One sentence for whatever was wrong: it never tells which of the two. */
export function SignInForm({ csrf, next, problem }: Props) {
  const t = useTranslations('viewer.signIn');
  const { props, isBusy, problems, errorAt } = useAuthForm('callback/password', problem);
  return (
    <form {...props} className="grid gap-4">
      <FormError problems={problems('email')} />
      <AuthFields csrf={csrf} next={next} />
      <TextInput
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username webauthn"
        autoCapitalize="none"
        required
        error={errorAt('email')}
      />
      <TextInput
        label={t('password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <Button type="submit" tone="primary" size="lg" wide busy={isBusy}>
        {t('submit')}
      </Button>
    </form>
  );
}
