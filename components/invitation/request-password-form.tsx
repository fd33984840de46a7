'use client';

import { useTranslations } from 'next-intl';
import { usePlainForm } from '@/components/form/use-plain-form';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { type RequestPasswordState, requestPasswordAction } from '@/lib/invitation/actions';

const EMPTY: RequestPasswordState = { sent: false, errors: [], email: '' };

/** Says the same whether or not the address has an account. */
export function RequestPasswordForm() {
  const t = useTranslations('viewer');
  const { state, isBusy, props } = usePlainForm(requestPasswordAction, EMPTY);
  if (state.sent) {
    return (
      <div className="grid justify-items-start gap-4">
        <div role="status">
          <Notice tone="info" title={t('forgot.sentTitle')}>
            <p>{t('forgot.sent')}</p>
            <p>{t('forgot.notArrived')}</p>
          </Notice>
        </div>
        <LinkButton href="/sign-in">{t('forgot.back')}</LinkButton>
      </div>
    );
  }
  return (
    <form {...props} className="grid gap-4">
      <TextInput
        key={state.email}
        label={t('signIn.email')}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        required
        defaultValue={state.email}
        error={state.errors[0]?.message}
      />
      <SubmitButton size="lg" wide busy={isBusy}>
        {t('forgot.submit')}
      </SubmitButton>
      <TextLink href="/sign-in" className="justify-self-start text-sm">
        {t('forgot.back')}
      </TextLink>
    </form>
  );
}
