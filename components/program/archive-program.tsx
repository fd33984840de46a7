'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { programOperations } from '@/lib/program/operations';

function useRestore(name: string) {
  const t = useTranslations('program.archive');
  const toast = useToast();
  const { run, isBusy } = useOperation(programOperations.restoreProgram, { tells: 'toast' });
  const restore = async (archived: { programId: string; version: number }) => {
    if ((await run(archived)).ok) toast({ text: t('restored', { name }) });
  };
  return { restore, isBusy };
}

/** Takes a program out of everybody's list, after a question; it comes back from the toast or from the list. */
export function ArchiveProgram({ name, version }: { name: string; version: number }) {
  const t = useTranslations('program.archive');
  const router = useRouter();
  const toast = useToast();
  const { restore } = useRestore(name);
  const { run } = useOperation(programOperations.archiveProgram, { tells: 'toast', refreshes: 'never' });
  const [isAsking, setAsking] = useState(false);
  const archive = async () => {
    const answer = await run({ version });
    if (!answer.ok) return false;
    const { programId, version: archived } = answer.value;
    router.push('/programs');
    toast({ text: t('done', { name }), undo: () => restore({ programId, version: archived }) });
    return true;
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('action')}</Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('confirm')}
        description={t('text')}
        confirmLabel={t('action')}
        tone="danger"
        onConfirm={archive}
      />
    </>
  );
}

export function RestoreProgram({ name, ...archived }: { programId: string; name: string; version: number }) {
  const t = useTranslations('program.archive');
  const { restore, isBusy } = useRestore(name);
  return (
    <Button size="sm" busy={isBusy} onClick={() => void restore(archived)}>
      {t('restore')}
    </Button>
  );
}
