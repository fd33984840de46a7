'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import type { Stage } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import type { MoveReason } from './move-plan';
import { useMoveWords } from './move-words';
import { useDialogMove } from './use-dialog-move';

type Props = {
  pair: PairItem;
  stage: Stage;
  reasons: readonly MoveReason[];
  onClose: () => void;
  /** Null when it is done, else the sentence that says why not. */
  onMove: (reason: string) => Promise<string | null>;
};

/** What is missing for this move, and the reason that lets it go on all the same. */
export function ReasonDialog({ pair, stage, reasons, onClose, onMove }: Props) {
  const t = useTranslations('pair');
  const words = useMoveWords();
  const common = useTranslations('common');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { send, isBusy, problem } = useDialogMove(onClose);
  const confirm = () => {
    setTried(true);
    if (reason.trim()) void send(() => onMove(reason.trim()));
  };
  const route = { pair: words.pairName(pair), from: words.stage(pair.stage), to: words.stage(stage) };
  const footer = (
    <>
      <Button onClick={onClose} disabled={isBusy}>
        {common('cancel')}
      </Button>
      <Button tone="primary" busy={isBusy} onClick={confirm}>
        {t('pipeline.move.confirm')}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('pipeline.move.reasonTitle')}
      description={t('pipeline.move.reasonText', route)}
      footer={footer}
      size="sm"
      locked={isBusy}
    >
      <div className="grid gap-4 pb-1">
        {problem && <ErrorNotice title={problem} />}
        <Notice tone="warn">
          <ul className="grid gap-1">
            {reasons.map((one) => (
              <li key={one}>{t(`refusal.${one}`)}</li>
            ))}
          </ul>
        </Notice>
        <TextArea
          label={t('pipeline.move.reason')}
          hint={t('pipeline.move.reasonHint')}
          value={reason}
          maxLength={500}
          required
          error={tried && !reason.trim() ? t('pipeline.move.reasonRequired') : undefined}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) confirm();
          }}
        />
      </div>
    </Dialog>
  );
}
