'use client';

import { useTranslations } from 'next-intl';
import { usePlainForm } from '@/components/form/use-plain-form';
import { FormError } from '@/components/ui/form-error';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { type SignInState, signInAction } from '@/lib/person/actions';

const EMPTY: SignInState = { errors: [], email: '' };

/** E-mail and password. One sentence for whatever was wrong: it never tells which of the two. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('viewer.signIn');
  const { state, isBusy, props } = usePlainForm(signInAction, EMPTY);
  const errorAt = (field: string) => state.errors.find((error) => error.field[0] === field)?.message;
  const wrong = state.errors.filter((error) => error.field[0] !== 'email');
  return (
    <form {...props} className="grid gap-4">
      <FormError problems={wrong.map((error) => ({ key: error.message, text: error.message }))} />
      <input type="hidden" name="next" value={next} />
      <TextInput
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        required
        defaultValue={state.email}
        key={state.email}
        error={errorAt('email')}
      />
      <TextInput
        label={t('password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <SubmitButton size="lg" wide busy={isBusy}>
        {t('submit')}
      </SubmitButton>
    </form>
  );
}
