'use client';

import { Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { FormProblems } from '@/components/form/form-problems';
import { useOperation } from '@/components/form/use-operation';
import { useRead } from '@/components/form/use-read';
import { Button, type ButtonSize } from '@/components/ui/button';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { SkeletonText } from '@/components/ui/skeleton';
import { useToast } from '@/components/ui/toast';
import type { OutputOf } from '@/lib/core/operation';
import { importOperations } from '@/lib/import/operations';
import { LONG_MS } from './import-address';

type Undone = OutputOf<typeof importOperations.previewUndo>;
const MOST_NAMED = 20;

type Props = { importId: string; fileName: string; size?: ButtonSize };

/** Undoes a whole import, after saying what of it stays because it was changed or used since. */
export function UndoImport({ importId, fileName, size = 'md' }: Props) {
  const t = useTranslations('import.undo');
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const preview = useRead(importOperations.previewUndo, isOpen ? { importId } : null);
  const { run, errors, failed, forget } = useOperation(importOperations.undo, { patience: LONG_MS });
  const confirm = async () => {
    if (preview.at !== 'ready') return false;
    const answer = await run({ importId });
    if (answer.ok) toast({ text: t('done', { count: answer.value.takesBack }) });
    return answer.ok;
  };
  return (
    <>
      <Button size={size} icon={<Undo2 aria-hidden="true" size={16} />} onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        onClose={() => {
          forget();
          setOpen(false);
        }}
        title={t('title')}
        description={t('text', { file: fileName })}
        confirmLabel={t('confirm')}
        tone="danger"
        onConfirm={confirm}
      >
        <div className="grid gap-3">
          <FormProblems errors={errors} failed={failed} />
          {preview.at === 'loading' && <SkeletonText lines={2} />}
          {preview.at === 'failed' && <ErrorNotice title={t('notRead')} />}
          {preview.at === 'ready' && <Preview {...preview.value} />}
        </div>
      </ConfirmDialog>
    </>
  );
}

function Preview({ takesBack, kept }: Undone) {
  const t = useTranslations('import.undo');
  return (
    <>
      <p>{t('counts', { count: takesBack })}</p>
      {kept.length > 0 && (
        <Notice tone="warn" title={t('kept', { count: kept.length })}>
          <ul className="grid gap-1">
            {kept.slice(0, MOST_NAMED).map(({ table, id, why, name }) => (
              <li key={`${table} ${id}`}>{t(`keptRow.${why}`, { name: name || t('nameless') })}</li>
            ))}
            {kept.length > MOST_NAMED && <li>{t('more', { count: kept.length - MOST_NAMED })}</li>}
          </ul>
        </Notice>
      )}
    </>
  );
}
