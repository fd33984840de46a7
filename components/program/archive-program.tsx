'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '@/components/form/use-act';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { archiveProgramAction, restoreProgramAction } from '@/lib/program/actions';

type Props = { slug: string; name: string; version: number };

export function ArchiveProgram({ slug, name, version }: Props) {
  const t = useTranslations('program.archive');
  const router = useRouter();
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const archive = () =>
    act(
      (key) => archiveProgramAction(slug, { version }, key),
      (archived) => {
        router.push('/programs');
        return {
          text: t('done', { name }),
          undo: async () => {
            await act(
              (key) => restoreProgramAction(archived, key),
              () => ({ text: t('restored', { name }) }),
            );
          },
        };
      },
    );
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('action')}</Button>
      <ConfirmDialog
        open={asking}
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
