'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import { useToast } from '@/components/ui/toast';
import { pastQuestion, stageRequests } from '../requests';

type Props = { slug: string; stage: string; number: number };

/** Takes the last publication back in one step, with a word why. */
export function UndoButton({ slug, stage, number }: Props) {
  const t = useTranslations('timetable-grid.overview.undo');
  const ui = useTranslations('ui');
  const router = useRouter();
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const [note, setNote] = useState('');
  const [why, setWhy] = useState<readonly string[]>([]);
  const [asks, setAsks] = useState<string | null>(null);
  const undo = async () => {
    const answer = await stageRequests(slug, stage).undo({ note: note.trim(), past: asks !== null });
    if (!answer.ok) {
      const question = pastQuestion('problem' in answer ? answer.problem : 'offline');
      setAsks(question);
      if (question) {
        setWhy([]);
        return false;
      }
      const said = 'problem' in answer ? (answer.problem.errors ?? []).map(({ message }) => message) : [];
      setWhy(said.length > 0 ? said : ['problem' in answer ? answer.problem.detail : t('offline')]);
      return false;
    }
    toast({ text: t('done', { number }) });
    router.refresh();
    return true;
  };
  return (
    <>
      <Button size="sm" onClick={() => setIsOpen(true)}>
        {t('open')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('title', { number })}
        description={t('text')}
        confirmLabel={t(asks ? 'pastConfirm' : 'confirm')}
        dismissLabel={ui('close')}
        tone="danger"
        onConfirm={undo}
      >
        <div className="grid gap-4 pb-4">
          {asks && (
            <div role="alert">
              <Notice tone="warn">{asks}</Notice>
            </div>
          )}
          {why.length > 0 && (
            <ErrorNotice title={t('refused')}>
              <ul className="grid gap-1">
                {why.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </ErrorNotice>
          )}
          <TextArea
            label={t('note')}
            rows={2}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
      </ConfirmDialog>
    </>
  );
}
