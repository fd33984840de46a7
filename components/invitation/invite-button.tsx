'use client';

import { UserPlus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { DialogButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { type Choices, RoleFields, roleInput } from '@/components/person/role-fields';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import type { Locale } from '@/lib/core/locale';
import { invitationOperations } from '@/lib/invitation/operations';

type Props = { choices: Choices };

export function InviteButton({ choices }: Props) {
  const t = useTranslations('invitation.invite');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        tone="primary"
        icon={<UserPlus aria-hidden="true" size={16} />}
        onClick={() => setOpen(true)}
      >
        {t('open')}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t('title')} description={t('text')}>
        <InviteForm choices={choices} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

type FormProps = { choices: Choices; onDone: () => void };

/** One person at a time: whom, as what, and in which language the mail speaks. */
function InviteForm({ choices, onDone }: FormProps) {
  const t = useTranslations('invitation.invite');
  const common = useTranslations('common');
  const toast = useToast();
  const delivery = useTranslations('invitation.delivery');
  const form = useForm({
    initial: {
      email: '',
      name: '',
      nameEn: '',
      role: choices.roles[0] as string,
      startupId: '',
      locale: useLocale() as string,
    },
    operation: invitationOperations.invitePerson,
    input: ({ role, startupId, locale, ...values }) => ({
      ...values,
      ...roleInput({ role, startupId }),
      locale: locale as Locale,
    }),
    done: ({ mail }) => {
      onDone();
      toast({ text: delivery(mail, { email: form.values.email }) });
    },
  });
  return (
    <form {...form.props} className="grid gap-4 pb-5">
      <FormProblems errors={form.problems} failed={form.failed} />
      <TextInput
        label={t('email')}
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        required
        {...form.field('email')}
      />
      <TextInput label={t('name')} autoComplete="off" required maxLength={80} {...form.field('name')} />
      <TextInput
        label={t('nameEn')}
        note={common('optional')}
        autoComplete="off"
        maxLength={80}
        {...form.field('nameEn')}
      />
      <RoleFields choices={choices} form={form} />
      <div className="flex items-center justify-between gap-4">
        <span className="text-sm font-medium" aria-hidden="true">
          {t('language')}
        </span>
        <SegmentedControl
          label={t('language')}
          name="locale"
          value={form.values.locale}
          onChange={(event) => form.set('locale', event.target.value)}
          items={[
            { value: 'ko', label: '한국어' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <DialogButtons save={t('send')} busy={form.busy} onCancel={onDone} />
    </form>
  );
}
