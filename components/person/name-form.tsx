'use client';

import { useTranslations } from 'next-intl';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { editAccountAction } from '@/lib/person/actions';

type Props = { name: string; nameEn: string; version: number };

export function NameForm({ name, nameEn, version }: Props) {
  const t = useTranslations('person.account');
  const common = useTranslations('common');
  const toast = useToast();
  const form = useForm({
    initial: { name, nameEn },
    send: (values) => editAccountAction({ ...values, version }),
    done: () => toast({ text: t('nameSaved') }),
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
      <FormProblems
        errors={form.errors.filter(({ field }) => field[0] !== 'name' && field[0] !== 'nameEn')}
        failed={form.failed}
      />
      <div className="flex flex-wrap items-start gap-4">
        <TextInput
          label={t('name')}
          hint={t('nameHint')}
          required
          maxLength={80}
          autoComplete="name"
          className="min-w-0 flex-1 basis-60"
          value={form.values.name}
          error={form.error('name')}
          onChange={(event) => form.set('name', event.target.value)}
        />
        <TextInput
          label={t('nameEn')}
          hint={t('nameEnHint')}
          note={common('optional')}
          maxLength={80}
          autoComplete="off"
          className="min-w-0 flex-1 basis-60"
          value={form.values.nameEn}
          error={form.error('nameEn')}
          onChange={(event) => form.set('nameEn', event.target.value)}
        />
      </div>
      <Button type="submit" className="justify-self-start" busy={form.busy}>
        {common('save')}
      </Button>
    </form>
  );
}
