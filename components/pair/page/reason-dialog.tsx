'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { FormProblems } from '@/components/form/form-problems';
import { useActionCall } from '@/components/form/use-action-call';
import { errorAt, errorsElsewhere } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-area';
import type { ActionResult } from '@/lib/platform/action';

type Props = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  confirmLabel: string;
  deed: (reason: string, key: string) => Promise<ActionResult<unknown>>;
  onDone: () => void;
};

/** A deed that is done with a reason and not otherwise: voiding an entry of a log. */
export function ReasonDialog({ open, onClose, title, description, confirmLabel, deed, onDone }: Props) {
  const t = useTranslations('pair.page');
  const [reason, setReason] = useState('');
  const { run, isBusy, errors, failed } = useActionCall(deed);
  const confirm = async () => {
    const result = await run(reason);
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
