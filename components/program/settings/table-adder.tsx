'use client';

import { useTranslations } from 'next-intl';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { addTablesAction } from '@/lib/program/actions';
import { tableNames } from '@/lib/program/rules';

/** `1-15` becomes fifteen tables; what will be made is read before it is made. */
export function TableAdder({ slug }: { slug: string }) {
  const t = useTranslations('program.tables');
  const toast = useToast();
  const form = useForm({
    initial: { names: '' },
    send: ({ names }, key) => addTablesAction(slug, { names: tableNames(names) }, key),
    done: ({ tables }) => {
      form.reset();
      toast({ text: t('added', { count: tables.length }) });
    },
  });
  const names = tableNames(form.values.names);
  const shown = names.length > 6 ? [...names.slice(0, 4), '…', names.at(-1)] : names;
  return (
    <form
      {...form.props}
      className="grid max-w-xl gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (names.length > 0) void form.submit();
      }}
    >
      <FormProblems errors={form.problems} failed={form.failed} />
      <div className="flex flex-wrap items-start gap-3">
        <TextInput
          label={t('names')}
          hint={
            names.length > 0 ? t('preview', { count: names.length, names: shown.join(', ') }) : t('namesHint')
          }
          className="min-w-48 flex-1"
          placeholder="1-15"
          name="names"
          value={form.values.names}
          error={form.error('names')}
          onChange={(event) => form.set('names', event.target.value)}
        />
        <Button type="submit" className="mt-6.5" busy={form.busy} disabled={names.length === 0}>
          {t('add')}
        </Button>
      </div>
    </form>
  );
}
