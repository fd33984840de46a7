'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { useToast } from '@/components/ui/toast';
import { programOperations } from '@/lib/program/operations';

type Props = { name: string; version: number };

/** Ends the work on a program, after a question: it is read, and not changed, from then on. */
export function CloseProgram({ name, version }: Props) {
  const t = useTranslations('program.close');
  const toast = useToast();
  const { run } = useOperation(programOperations.closeProgram, { tells: 'toast' });
  const [isAsking, setAsking] = useState(false);
  const close = async () => {
    const { ok } = await run({ version });
    if (ok) toast({ text: t('done', { name }) });
    return ok;
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('action')}</Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('confirm')}
        description={t('consequences')}
        confirmLabel={t('action')}
        tone="danger"
        onConfirm={close}
      />
    </>
  );
}

/** Opens a closed program again; why, everybody who reads its audit trail learns. */
export function ReopenProgram({ name, version }: Props) {
  const t = useTranslations('program.close');
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const form = useForm({
    initial: { reason: '' },
    operation: programOperations.reopenProgram,
    input: ({ reason }) => ({ version, reason }),
    done: () => {
      setAsking(false);
      toast({ text: t('reopened', { name }) });
    },
  });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('reopen')}</Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('reopenTitle')}
        description={t('reopenText')}
        confirmLabel={t('reopen')}
        onConfirm={async () => {
          await form.submit();
          return false;
        }}
      >
        <FormProblems errors={form.problems} failed={form.failed} />
        <TextArea label={t('reason')} required maxLength={500} {...form.field('reason')} />
      </ConfirmDialog>
    </>
  );
}
