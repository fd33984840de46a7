'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-area';
import type { ActionResult } from '@/lib/platform/action';
import { DeedProblem } from './deed-problem';
import { errorAt, useDeed } from './use-deed';

type Props = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  confirmLabel: string;
  deed: (reason: string) => Promise<ActionResult<unknown>>;
  onDone: () => void;
};

/** A deed that is done with a reason and not otherwise: voiding an entry of a log. */
export function ReasonDialog({ open, onClose, title, description, confirmLabel, deed, onDone }: Props) {
  const t = useTranslations('pair.page');
  const [reason, setReason] = useState('');
  const { run, busy, said } = useDeed((input) => deed(String(input)));
  const confirm = async () => {
    const result = await run(reason);
    if (!result.ok) return;
    setReason('');
    onClose();
    onDone();
  };
  const footer = (
    <>
      <Button onClick={onClose} disabled={busy}>
        {t('cancel')}
      </Button>
      <Button tone="danger" busy={busy} onClick={confirm}>
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog {...{ open, onClose, title, description, footer }} size="sm" locked={busy}>
      <div className="grid gap-4">
        <DeedProblem said={said} fields={['reason']} />
        <TextArea
          label={t('reason')}
          value={reason}
          required
          maxLength={500}
          error={errorAt(said, 'reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
