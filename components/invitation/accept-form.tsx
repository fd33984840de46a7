'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { AuthFields, type AuthFieldsProps, useAuthForm } from '@/components/person/auth-form';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { FormError } from '@/components/ui/form-error';
import { TextInput } from '@/components/ui/text-input';
import type { FieldError } from '@/lib/core/result';

type Props = Pick<AuthFieldsProps, 'csrf'> & { link: string; email: string; problem: FieldError | null };

/** One password, typed once and seen if wanted: a second field only tests typing. */
export function AcceptForm({ link, email, csrf, problem }: Props) {
  const t = useTranslations('invitation.accept');
  const { props, isBusy, problems, errorAt } = useAuthForm('callback/invitation', problem);
  const [isShown, setShown] = useState(false);
  return (
    <form {...props} className="grid gap-4">
      <FormError problems={problems('password')} />
      <AuthFields csrf={csrf} />
      <input type="hidden" name="link" value={link} />
      <input type="hidden" name="locale" value={useLocale()} />
      <TextInput label={t('account')} name="username" autoComplete="username" readOnly value={email} />
      <TextInput
        label={t('password')}
        name="password"
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        minLength={10}
        maxLength={200}
        required
        hint={t('hint')}
        error={errorAt('password')}
      />
      <Checkbox label={t('show')} checked={isShown} onChange={(event) => setShown(event.target.checked)} />
      <Button type="submit" tone="primary" size="lg" wide busy={isBusy}>
        {t('submit')}
      </Button>
    </form>
  );
}
