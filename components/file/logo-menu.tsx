'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOperation } from '@/components/form/use-operation';
import { Menu } from '@/components/ui/menu';
import { useToast } from '@/components/ui/toast';
import { fileOperations } from '@/lib/file/operations';
import { LOGO_TYPES } from '@/lib/file/rules';
import type { FileRecord } from '@/lib/file/schema';
import type { PartyRef } from '@/lib/party/rules';
import { UPLOAD_PATIENCE_MS, useChosenFile } from './use-chosen-file';

/** Sets, changes and removes the logo of a party. */
export function LogoMenu({ party, logo }: { party: PartyRef; logo: FileRecord | null }) {
  const t = useTranslations('file');
  const toast = useToast();
  const set = useOperation(fileOperations.setLogo, { tells: 'toast', patience: UPLOAD_PATIENCE_MS });
  const archive = useOperation(fileOperations.archiveFile, { tells: 'toast' });
  const restore = useOperation(fileOperations.restoreFile, { tells: 'toast' });
  const { field, choose } = useChosenFile({
    label: t('chooseLogo'),
    types: LOGO_TYPES,
    onChosen: async (file) => {
      const answer = await set.run({ ...party, file });
      if (answer.ok) toast({ text: t('logoSet') });
    },
  });
  const remove = async ({ id, version }: FileRecord) => {
    const answer = await archive.run({ fileId: id, version });
    if (answer.ok)
      toast({ text: t('logoRemoved'), undo: async () => void (await restore.run(answer.value)) });
  };
  return (
    <>
      {field}
      <Menu
        trigger={
          set.isBusy ? (
            <span className="ui-spinner" aria-hidden="true" />
          ) : (
            <Ellipsis aria-hidden="true" size={16} />
          )
        }
        label={t('logo')}
        tone="quiet"
        items={[
          { id: 'set', label: t(logo ? 'changeLogo' : 'setLogo'), onSelect: choose },
          ...(logo
            ? [{ id: 'remove', label: t('removeLogo'), danger: true, onSelect: () => void remove(logo) }]
            : []),
        ]}
      />
    </>
  );
}
