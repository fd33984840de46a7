'use client';

import { useTranslations } from 'next-intl';
import { FormProblems } from '@/components/program/form/form-problems';
import { useForm } from '@/components/program/form/use-form';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { editAccountAction } from '@/lib/person/actions';

export function NameForm({ name, version }: { name: string; version: number }) {
  const t = useTranslations('person.account');
  const common = useTranslations('common');
  const toast = useToast();
  const form = useForm({
    initial: { name },
    send: (values) => editAccountAction({ name: values.name, version }),
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
      <FormProblems errors={form.errors.filter(({ field }) => field[0] !== 'name')} failed={form.failed} />
      <div className="flex flex-wrap items-end gap-2">
        <TextInput
          label={t('name')}
          hint={t('nameHint')}
          required
          maxLength={80}
          autoComplete="name"
          className="min-w-0 flex-1"
          value={form.values.name}
          error={form.error('name')}
          onChange={(event) => form.set('name', event.target.value)}
        />
      </div>
      <Button type="submit" className="justify-self-start" busy={form.busy}>
        {common('save')}
      </Button>
    </form>
  );
}
