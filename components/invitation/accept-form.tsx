'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { usePlainForm } from '@/components/form/use-plain-form';
import { Checkbox } from '@/components/ui/checkbox';
import { FormError } from '@/components/ui/form-error';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { acceptInvitationAction } from '@/lib/invitation/actions';
import type { SignInState } from '@/lib/person/actions';

type Props = { link: string; email: string };
const EMPTY: SignInState = { errors: [], email: '' };

/** One password, typed once and seen if wanted: a second field only tests typing. */
export function AcceptForm({ link, email }: Props) {
  const t = useTranslations('invitation.accept');
  const { state, isBusy, props } = usePlainForm(acceptInvitationAction.bind(null, link), EMPTY);
  const [isShown, setShown] = useState(false);
  const atPassword = state.errors.find((error) => error.field[0] === 'password')?.message;
  const others = state.errors.filter((error) => error.field[0] !== 'password');
  return (
    <form {...props} className="grid gap-4">
      <FormError problems={others.map((error) => ({ key: error.message, text: error.message }))} />
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
        error={atPassword}
      />
      <Checkbox label={t('show')} checked={isShown} onChange={(event) => setShown(event.target.checked)} />
      <SubmitButton size="lg" wide busy={isBusy}>
        {t('submit')}
      </SubmitButton>
    </form>
  );
}
