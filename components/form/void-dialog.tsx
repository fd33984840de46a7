'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-area';
import { useToast } from '@/components/ui/toast';
import type { Operation } from '@/lib/core/operation';
import { CancelOrSave } from './form-buttons';
import { FormProblems } from './form-problems';
import { errorAt, errorsElsewhere, useOperation } from './use-operation';

export type VoidProps<In extends object> = {
  /** The entry, in words. */
  what: string;
  operation: Operation<In & { reason: string }>;
  /** Which entry: what its operation needs beside the reason. */
  entry: In;
};

/** Asks why an entry is voided, and voids it. */
export function VoidDialog({ what, operation, entry, onClose }: VoidProps<object> & { onClose: () => void }) {
  const t = useTranslations('common.void');
  const toast = useToast();
  const [reason, setReason] = useState('');
  const { run, isBusy, errors, failed } = useOperation(operation);
  const confirm = async () => {
    const result = await run({ ...entry, reason });
    if (!result.ok) return;
    onClose();
    toast({ text: t('done') });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('title')}
      description={`${what} ${t('text')}`}
      footer={<CancelOrSave save={t('do')} tone="danger" busy={isBusy} onCancel={onClose} onSave={confirm} />}
      size="sm"
      locked={isBusy}
    >
      <div className="grid gap-4">
        <FormProblems errors={errorsElsewhere(errors, ['reason'])} failed={failed} />
        <TextArea
          label={t('reason')}
          value={reason}
          required
          maxLength={500}
          error={errorAt(errors, 'reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
