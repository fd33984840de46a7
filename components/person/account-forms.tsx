'use client';

import { useTranslations } from 'next-intl';
import { ConflictPanel } from '@/components/form/conflict-panel';
import { FormProblems } from '@/components/form/form-problems';
import { useEdit } from '@/components/form/use-edit';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { accountOperations } from '@/lib/person/operations/account';

/** How others see one's name. */
export function NameForm({ name, nameEn, version }: { name: string; nameEn: string; version: number }) {
  const t = useTranslations('person.account');
  const common = useTranslations('common');
  const toast = useToast();
  const form = useEdit({
    initial: { name, nameEn },
    version,
    operation: accountOperations.editAccount,
    input: ({ version: read }, values) => ({ ...values, version: read }),
    done: () => toast({ text: t('nameSaved') }),
  });
  const field = (key: 'name' | 'nameEn') => ({
    maxLength: 80,
    className: 'min-w-0 flex-1 basis-60',
    ...form.field(key),
  });
  return (
    <form {...form.props} className="grid gap-4">
      <FormProblems errors={form.problems} failed={form.failed} />
      <ConflictPanel form={form} label={(key) => t(key as 'name')} />
      <div className="flex flex-wrap items-start gap-4">
        <TextInput label={t('name')} hint={t('nameHint')} required autoComplete="name" {...field('name')} />
        <TextInput
          label={t('nameEn')}
          hint={t('nameEnHint')}
          note={common('optional')}
          autoComplete="off"
          {...field('nameEn')}
        />
      </div>
      <Button type="submit" className="justify-self-start" busy={form.busy}>
        {common('save')}
      </Button>
    </form>
  );
}

/** The present password and the new one; afterwards every other sign-in has ended. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('person.account');
  const toast = useToast();
  const form = useForm({
    initial: { current: '', password: '' },
    operation: accountOperations.changePassword,
    input: (values) => values,
    done: ({ endedSignIns }) => {
      form.reset();
      toast({ text: t('passwordSaved', { count: endedSignIns }) });
    },
  });
  const field = (name: 'current' | 'password') => ({ type: 'password', required: true, ...form.field(name) });
  return (
    <form {...form.props} className="grid gap-4">
      <FormProblems errors={form.problems} failed={form.failed} />
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

/** For whoever signs in by other ways and has no password. With an authenticator app its code is asked for as well. */
export function FirstPasswordForm({ email, needsCode }: { email: string; needsCode: boolean }) {
  const t = useTranslations('person.account');
  const common = useTranslations('common');
  const toast = useToast();
  const form = useForm({
    initial: { password: '', code: '' },
    operation: accountOperations.setFirstPassword,
    input: ({ password, code }) => ({ password, ...(needsCode ? { code } : {}) }),
    done: () => toast({ text: t('firstPasswordSaved') }),
  });
  return (
    <form {...form.props} className="grid gap-4">
      <p>
        {t('firstPasswordText')} {!needsCode && t('firstPasswordFresh')}
      </p>
      <FormProblems errors={form.problems} failed={form.failed} />
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput
          label={t('newPassword')}
          hint={t('firstPasswordHint')}
          type="password"
          autoComplete="new-password"
          required
          {...form.field('password')}
        />
        {needsCode && (
          <TextInput
            label={common('code')}
            hint={common('codeHint')}
            autoComplete="one-time-code"
            maxLength={60}
            required
            {...form.field('code')}
          />
        )}
      </div>
      <Button type="submit" className="justify-self-start" busy={form.busy}>
        {t('firstPassword')}
      </Button>
    </form>
  );
}
