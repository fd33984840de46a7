'use client';

import { useTranslations } from 'next-intl';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { changePasswordAction } from '@/lib/person/actions';

const EMPTY = { current: '', password: '' };

/** The present password and the new one; afterwards every other sign-in has ended. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('person.account');
  const toast = useToast();
  const form = useForm({
    initial: EMPTY,
    send: changePasswordAction,
    done: ({ endedSignIns }: { endedSignIns: number }) => {
      form.reset();
      toast({ text: t('passwordSaved', { count: endedSignIns }) });
    },
  });
  const field = (name: keyof typeof EMPTY) => ({
    type: 'password',
    required: true,
    value: form.values[name],
    error: form.error(name),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => form.set(name, event.target.value),
  });
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <FormProblems errors={form.errors.filter((error) => error.field.length === 0)} failed={form.failed} />
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput label={t('currentPassword')} autoComplete="current-password" {...field('current')} />
        <TextInput
          label={t('newPassword')}
          hint={t('newPasswordHint')}
          autoComplete="new-password"
          {...field('password')}
        />
      </div>
      <Button type="submit" className="justify-self-start" busy={form.busy}>
        {t('setPassword')}
      </Button>
    </form>
  );
}
