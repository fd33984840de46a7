'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { ActionResult } from '@/lib/platform/action';
import { useAct } from '../form/use-act';

type Done = ActionResult<{ version: number }>;
type Props = {
  name: string;
  version: number;
  isArchived: boolean;
  archive: (version: number, key: string) => Promise<Done>;
  restore: (version: number, key: string) => Promise<Done>;
};

/** Takes a party out of every list after a question, and back at once by one press or by undo. */
export function ArchiveParty({ name, version, isArchived, archive, restore }: Props) {
  const t = useTranslations('program.party');
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const bringBack = (at: number) =>
    act(
      (key) => restore(at, key),
      () => ({ text: t('restoredDone', { name }) }),
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
      <Button size="sm" onClick={() => void bringBack(version)}>
        {t('restore')}
      </Button>
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
    </>
  );
}
