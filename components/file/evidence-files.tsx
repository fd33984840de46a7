'use client';

import { Paperclip } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOperation } from '@/components/form/use-operation';
import { IconButton } from '@/components/ui/icon-button';
import { useToast } from '@/components/ui/toast';
import { fileOperations } from '@/lib/file/operations';
import { MEDIA_TYPES } from '@/lib/file/rules';
import type { FileRecord } from '@/lib/file/schema';
import { FileName } from './file-name';
import { UPLOAD_PATIENCE_MS, useChosenFile } from './use-chosen-file';

type Props = {
  pairId: string;
  amountId: string;
  files: readonly FileRecord[];
  /** Below each name: its size, when it came and by whom; left out where there is no room. */
  lines?: Readonly<Record<string, string>>;
  canAttach: boolean;
};

/** The files behind an amount, with what tells one from another that looks the same; and one more. */
export function EvidenceFiles({ files, lines = {}, canAttach, ...amount }: Props) {
  const t = useTranslations('file');
  return (
    <>
      {files.length > 0 && (
        <ul aria-label={t('evidence')} className="grid gap-0.5">
          {files.map((file) => (
            <li key={file.id} title={t('checksum', { sum: file.sha256 })}>
              <FileName file={file} />
              {lines[file.id] && (
                <span className="block text-xs text-ink-2">
                  {lines[file.id]} · <code>{t('checksum', { sum: file.sha256.slice(0, 12) })}</code>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {canAttach && <AttachEvidence {...amount} />}
    </>
  );
}

function AttachEvidence({ pairId, amountId }: Pick<Props, 'pairId' | 'amountId'>) {
  const t = useTranslations('file');
  const toast = useToast();
  const { run, isBusy } = useOperation(fileOperations.addEvidence, {
    tells: 'toast',
    patience: UPLOAD_PATIENCE_MS,
  });
  const { field, choose } = useChosenFile({
    label: t('chooseEvidence'),
    types: MEDIA_TYPES,
    onChosen: async (file) => {
      const answer = await run({ pairId, amountId, file });
      if (answer.ok) toast({ text: t('attached', { name: file.name }) });
    },
  });
  return (
    <span className="no-print">
      {field}
      <IconButton
        label={t('attach')}
        aria-disabled={isBusy}
        icon={
          isBusy ? (
            <span className="ui-spinner" aria-hidden="true" />
          ) : (
            <Paperclip aria-hidden="true" size={16} />
          )
        }
        onClick={() => !isBusy && choose()}
      />
    </span>
  );
}
