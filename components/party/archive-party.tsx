'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { partyOperation } from '@/lib/party/operations';
import { type PartyKind, refOf } from '@/lib/party/rules';

type Props = { kind: PartyKind; id: string; name: string; version: number; isArchived: boolean };

/** Takes a party out of every list after a question, and back at once by one press or by undo. */
export function ArchiveParty({ kind, id, name, version, isArchived }: Props) {
  const t = useTranslations('party');
  const toast = useToast();
  const archive = useOperation(partyOperation(kind, 'archive'), { tells: 'toast' });
  const restore = useOperation(partyOperation(kind, 'restore'), {
    tells: 'toast',
    asks: ['same_name'],
  });
  const [isOpen, setIsOpen] = useState(false);
  /** The version to bring back, once another party of this name was found. */
  const [alike, setAlike] = useState<number | null>(null);
  const bringBack = async (at: number, more: { sameName?: true } = {}) => {
    const answer = await restore.run({ ...refOf(kind, id), version: at, ...more });
    if (answer.ok) toast({ text: t('restoredDone', { name }) });
    else if (answer.errors.some(({ reason }) => reason === 'same_name')) setAlike(at);
  };
  const takeOut = async () => {
    const answer = await archive.run({ ...refOf(kind, id), version });
    if (answer.ok) toast({ text: t('archivedDone', { name }), undo: () => bringBack(answer.value.version) });
  };
  return (
    <>
      {isArchived ? (
        <Button size="sm" onClick={() => void bringBack(version)}>
          {t('restore')}
        </Button>
      ) : (
        <Button size="sm" onClick={() => setIsOpen(true)}>
          {t('archive')}
        </Button>
      )}
      <ConfirmDialog
        open={isOpen && !isArchived}
        onClose={() => setIsOpen(false)}
        title={t('archiveConfirm', { name })}
        description={t('archiveText')}
        confirmLabel={t('archive')}
        tone="danger"
        onConfirm={takeOut}
      />
      <ConfirmDialog
        open={alike !== null}
        onClose={() => setAlike(null)}
        title={t('sameName')}
        description={t('restoreAlike', { name })}
        confirmLabel={t('restoreAnyway')}
        onConfirm={() => bringBack(alike ?? version, { sameName: true })}
      />
    </>
  );
}
