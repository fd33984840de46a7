'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '@/components/form/use-act';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { ActionResult } from '@/lib/platform/action';

type Done = ActionResult<{ version: number }>;
type Props = {
  name: string;
  version: number;
  isArchived: boolean;
  archive: (version: number, key: string) => Promise<Done>;
  restore: (version: number, more: { sameName?: boolean }, key: string) => Promise<Done>;
};

/** Takes a party out of every list after a question, and back at once by one press or by undo. */
export function ArchiveParty({ name, version, isArchived, archive, restore }: Props) {
  const t = useTranslations('program.party');
  const act = useAct();
  const [asking, setAsking] = useState(false);
  /** The version to bring back, once another party of this name was found. */
  const [alike, setAlike] = useState<number | null>(null);
  const bringBack = (at: number, more: { sameName?: boolean } = {}) =>
    act(
      (key) => restore(at, more, key),
      () => ({ text: t('restoredDone', { name }) }),
      (reasons) => {
        const isAlike = reasons.includes('same_name');
        if (isAlike) setAlike(at);
        return isAlike;
      },
    );
  const question = (
    <ConfirmDialog
      open={alike !== null}
      onClose={() => setAlike(null)}
      title={t('sameName')}
      description={t('restoreAlike', { name })}
      confirmLabel={t('restoreAnyway')}
      onConfirm={() => bringBack(alike ?? version, { sameName: true })}
    />
  );
  const takeOut = () =>
    act(
      (key) => archive(version, key),
      (done) => ({
        text: t('archivedDone', { name }),
        undo: async () => {
          await bringBack(done.version);
        },
      }),
    );
  if (isArchived)
    return (
      <>
        <Button size="sm" onClick={() => void bringBack(version)}>
          {t('restore')}
        </Button>
        {question}
      </>
    );
  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)}>
        {t('archive')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('archiveConfirm', { name })}
        description={t('archiveText')}
        confirmLabel={t('archive')}
        tone="danger"
        onConfirm={takeOut}
      />
      {question}
    </>
  );
}
