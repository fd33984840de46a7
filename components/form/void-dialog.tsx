'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-area';
import type { Operation } from '@/lib/core/operation';
import { CancelOrSave } from './form-buttons';
import { FormProblems } from './form-problems';
import { errorAt, errorsElsewhere, useOperation } from './use-operation';

type Props<In extends object> = {
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  confirmLabel: string;
  operation: Operation<In>;
  /** The operation's input, with the reason that was given. */
  input: (reason: string) => In;
  onDone: () => void;
};

/** Voids an entry of a log, for a reason. */
export function VoidDialog<In extends object>(props: Props<In>) {
  const { onClose, title, description, confirmLabel, operation, input, onDone } = props;
  const t = useTranslations('pair.page');
  const [reason, setReason] = useState('');
  const { run, isBusy, errors, failed } = useOperation(operation);
  const confirm = async () => {
    const result = await run(input(reason));
    if (!result.ok) return;
    onClose();
    onDone();
  };
  const footer = (
    <CancelOrSave save={confirmLabel} tone="danger" busy={isBusy} onCancel={onClose} onSave={confirm} />
  );
  return (
    <Dialog open {...{ onClose, title, description, footer }} size="sm" locked={isBusy}>
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
