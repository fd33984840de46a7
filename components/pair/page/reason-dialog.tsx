'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { FormProblems } from '@/components/form/form-problems';
import { errorAt, errorsElsewhere, useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-area';
import type { Operation } from '@/lib/core/operation';

type Props<In extends object> = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  confirmLabel: string;
  operation: Operation<In>;
  /** The operation's input, with the reason that was given. */
  input: (reason: string) => In;
  onDone: () => void;
};

/** For what is done with a reason and not otherwise: voiding an entry of a log. */
export function ReasonDialog<In extends object>(props: Props<In>) {
  const { open, onClose, title, description, confirmLabel, operation, input, onDone } = props;
  const t = useTranslations('pair.page');
  const [reason, setReason] = useState('');
  const { run, isBusy, errors, failed } = useOperation(operation);
  const confirm = async () => {
    const result = await run(input(reason));
    if (!result.ok) return;
    setReason('');
    onClose();
    onDone();
  };
  const footer = (
    <>
      <Button onClick={onClose} disabled={isBusy}>
        {t('cancel')}
      </Button>
      <Button tone="danger" busy={isBusy} onClick={confirm}>
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog {...{ open, onClose, title, description, footer }} size="sm" locked={isBusy}>
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
