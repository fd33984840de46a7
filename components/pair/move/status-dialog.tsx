'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNotice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { type PairStatus, STATUS_TABLE } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import { useMoveWords } from './move-words';
import type { StatusInput } from './pair-requests';
import { useDialogMove } from './use-dialog-move';

type Props = {
  pair: PairItem;
  status: PairStatus;
  onClose: () => void;
  /** Null when it is done, else the sentence that says why not. */
  onChange: (input: StatusInput) => Promise<string | null>;
};

/** Closing or holding a pair, with its reason: one of the known ones, in words, or both. */
export function StatusDialog({ pair, status, onClose, onChange }: Props) {
  const t = useTranslations('pair');
  const words = useMoveWords();
  const common = useTranslations('common');
  const [reasonCode, setReasonCode] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { send, isBusy, problem } = useDialogMove(onClose);
  const given = reasonCode !== '' || reason.trim() !== '';
  const confirm = () => {
    setTried(true);
    if (!given) return;
    const input = {
      status,
      ...(reasonCode ? { reasonCode } : {}),
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    };
    void send(() => onChange(input));
  };
  const footer = (
    <>
      <Button onClick={onClose} disabled={isBusy}>
        {common('cancel')}
      </Button>
      <Button tone="primary" busy={isBusy} onClick={confirm}>
        {t(`pipeline.move.statusConfirm.${status}`)}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`pipeline.move.statusTitle.${status}`)}
      description={words.pairName(pair)}
      footer={footer}
      size="sm"
      locked={isBusy}
    >
      <div className="grid gap-4 pb-1">
        {problem && <ErrorNotice title={problem} />}
        <Select
          label={t('pipeline.move.why')}
          value={reasonCode}
          emptyLabel=""
          error={tried && !given ? t('refusal.close_needs_reason') : undefined}
          options={STATUS_TABLE[status].codes.map((code) => ({ value: code, label: t(`reason.${code}`) }))}
          onChange={(event) => setReasonCode(event.target.value)}
        />
        <TextArea
          label={t('pipeline.move.whyText')}
          hint={t('pipeline.move.reasonHint')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
