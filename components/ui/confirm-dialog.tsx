'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

type ConfirmDialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** What will happen, and what will not. */
  description?: ReactNode;
  /** A verb: what the button does. */
  confirmLabel: string;
  /** The label of the other button; "Cancel" misleads where what is confirmed is itself a cancellation. */
  dismissLabel?: string;
  tone?: 'primary' | 'danger';
  /** The dialog stays, busy, until this settles; return false to keep it open (a reason then stands in `children`). */
  onConfirm: () => unknown;
  children?: ReactNode;
};

export function ConfirmDialog({
  open,
  onClose,
  title,
  description,
  confirmLabel,
  dismissLabel,
  tone = 'primary',
  onConfirm,
  children,
}: ConfirmDialogProps) {
  const t = useTranslations('ui');
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      if ((await onConfirm()) !== false) onClose();
    } finally {
      setBusy(false);
    }
  };
  const footer = (
    <>
      <Button onClick={onClose} disabled={busy}>
        {dismissLabel ?? t('cancel')}
      </Button>
      <Button tone={tone} busy={busy} onClick={confirm}>
        {confirmLabel}
      </Button>
    </>
  );
  return <Dialog {...{ open, onClose, title, description, footer, children }} size="sm" locked={busy} />;
}
