'use client';

import { Ellipsis, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblems } from '@/components/form/form-problems';
import { useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { Panel } from '@/components/ui/panel';
import { useToast } from '@/components/ui/toast';
import { fileOperations } from '@/lib/file/operations';
import { MEDIA_TYPES } from '@/lib/file/rules';
import type { FileRecord } from '@/lib/file/schema';
import type { PartyRef } from '@/lib/party/rules';
import { FileName } from './file-name';
import { UPLOAD_PATIENCE_MS, useChosenFile } from './use-chosen-file';

type Props = {
  party: PartyRef;
  files: readonly FileRecord[];
  /** Below each name: its size, when it came and by whom, as written for the reader. */
  lines: Readonly<Record<string, string>>;
  canEdit: boolean;
};

/** What a party hands out before a meeting: decks, brochures, photos. */
export function Materials({ party, files, lines, canEdit }: Props) {
  const t = useTranslations('file');
  const toast = useToast();
  const { run, isBusy, errors, failed } = useOperation(fileOperations.addMaterial, {
    patience: UPLOAD_PATIENCE_MS,
  });
  const { field, choose } = useChosenFile({
    label: t('chooseAdd'),
    types: MEDIA_TYPES,
    onChosen: async (file) => {
      const answer = await run({ ...party, file });
      if (answer.ok) toast({ text: t('added', { name: file.name }) });
    },
  });
  const add = (
    <Button size="sm" busy={isBusy} icon={<Plus aria-hidden="true" size={16} />} onClick={choose}>
      {t(isBusy ? 'adding' : 'add')}
    </Button>
  );
  return (
    <Panel title={t('materials')} actions={canEdit && add}>
      {canEdit && field}
      <FormProblems errors={errors} failed={failed} />
      {files.length === 0 ? (
        <p className="text-ink-2">{t('noMaterials')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {files.map((file) => (
            <Material key={file.id} {...{ party, file, canEdit }} line={lines[file.id] ?? ''} />
          ))}
        </ul>
      )}
      {canEdit && (
        <p className="text-xs text-ink-2">
          {t('materialsNote')}
          {'investorId' in party && <span className="block">{t('materialsShared')}</span>}
        </p>
      )}
    </Panel>
  );
}

type MaterialProps = { party: PartyRef; file: FileRecord; line: string; canEdit: boolean };

function Material({ party, file, line, canEdit }: MaterialProps) {
  return (
    <li className="flex items-start gap-2 py-2">
      <div className="grid min-w-0 flex-1 gap-0.5">
        <FileName file={file} />
        <span className="text-xs text-ink-2">{line}</span>
      </div>
      {canEdit && <MaterialMenu party={party} file={file} />}
    </li>
  );
}

function MaterialMenu({ party, file: { id, name, version } }: Pick<MaterialProps, 'party' | 'file'>) {
  const t = useTranslations('file');
  const toast = useToast();
  const add = useOperation(fileOperations.addMaterial, { tells: 'toast', patience: UPLOAD_PATIENCE_MS });
  const archive = useOperation(fileOperations.archiveFile, { tells: 'toast' });
  const restore = useOperation(fileOperations.restoreFile, { tells: 'toast' });
  const [isReplacing, setReplacing] = useState(false);
  const replace = async (file: File) => {
    setReplacing(true);
    const answer = await add.run({ ...party, file, replaces: id });
    setReplacing(false);
    if (!answer.ok) return;
    const undo = async () => {
      const gone = await archive.run(answer.value);
      if (gone.ok) await restore.run({ fileId: id, version: version + 1 });
    };
    toast({ text: t('replaced', { name }), undo });
  };
  const remove = async () => {
    const answer = await archive.run({ fileId: id, version });
    if (answer.ok)
      toast({ text: t('deleted', { name }), undo: async () => void (await restore.run(answer.value)) });
  };
  const { field, choose } = useChosenFile({
    label: t('chooseReplace', { name }),
    types: MEDIA_TYPES,
    onChosen: (file) => void replace(file),
  });
  return (
    <>
      {field}
      <Menu
        trigger={
          isReplacing ? (
            <span className="ui-spinner" aria-hidden="true" />
          ) : (
            <Ellipsis aria-hidden="true" size={16} />
          )
        }
        label={t('menu', { name })}
        tone="quiet"
        place="end"
        items={[
          { id: 'replace', label: t('replace'), onSelect: choose },
          { id: 'delete', label: t('delete'), danger: true, onSelect: () => void remove() },
        ]}
      />
    </>
  );
}
