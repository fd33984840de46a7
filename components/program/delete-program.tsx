'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DialogButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { programOperations } from '@/lib/program/operations';
import type { ProgramContents } from '@/lib/program/schema/settings';

type Props = { programId: string; name: string; contents: ProgramContents };

/** Deletes a program made by mistake, once its name was typed; with a publication it says why it cannot. */
export function DeleteProgram(props: Props) {
  const t = useTranslations('program.delete');
  const [isOpen, setOpen] = useState(false);
  const { publications } = props.contents;
  if (publications > 0) return <p>{t('published', { count: publications })}</p>;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('action')}</Button>
      {isOpen && <DeleteDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function DeleteDialog({ programId, name, contents, onClose }: Props & { onClose: () => void }) {
  const t = useTranslations('program.delete');
  const router = useRouter();
  const toast = useToast();
  const form = useForm({
    initial: { name: '' },
    operation: programOperations.deleteProgram,
    input: (values) => ({ programId, name: values.name }),
    done: () => {
      toast({ text: t('done', { name }) });
      router.push('/programs');
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('heading')}
      description={t('consequences', contents)}
      size="sm"
      locked={form.busy}
    >
      <form {...form.props} className="grid gap-4 pb-5">
        <FormProblems errors={form.problems} failed={form.failed} />
        <TextInput label={t('name', { name })} required maxLength={120} {...form.field('name')} />
        <DialogButtons save={t('action')} tone="danger" busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
