'use client';

import { useTranslations } from 'next-intl';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { renameTableAction } from '@/lib/program/actions';
import type { TableItem } from '@/lib/program/queries/programs';

type Props = { slug: string; table: TableItem | null; onClose: () => void };

export function TableName({ slug, table, onClose }: Props) {
  const t = useTranslations('program.tables');
  return (
    <Dialog open={table !== null} onClose={onClose} title={t('rename')} size="sm">
      {table && <NameForm slug={slug} table={table} onClose={onClose} />}
    </Dialog>
  );
}

function NameForm({ slug, table, onClose }: { slug: string; table: TableItem; onClose: () => void }) {
  const t = useTranslations('program.tables');
  const common = useTranslations('common');
  const toast = useToast();
  const form = useForm({
    initial: { name: table.name },
    send: ({ name }, key) => renameTableAction(slug, { tableId: table.id, name }, key),
    done: () => {
      onClose();
      toast({ text: t('renamed') });
    },
  });
  return (
    <form {...form.props} className="grid gap-4 pb-5">
      <FormProblems errors={form.problems} failed={form.failed} />
      <TextInput
        label={t('name')}
        required
        maxLength={40}
        name="name"
        value={form.values.name}
        error={form.error('name')}
        onChange={(event) => form.set('name', event.target.value)}
      />
      <div className="flex justify-end gap-2 max-sm:[&>*]:flex-1">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button type="submit" tone="primary" busy={form.busy}>
          {common('save')}
        </Button>
      </div>
    </form>
  );
}
