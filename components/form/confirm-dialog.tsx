'use client';

import { type ReactNode, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { CancelOrSave } from './form-buttons';

type Props = {
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

export function ConfirmDialog({ confirmLabel, dismissLabel, tone, onConfirm, ...dialog }: Props) {
  const { onClose } = dialog;
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
    <CancelOrSave
      {...{ busy, tone, cancel: dismissLabel, save: confirmLabel }}
      onCancel={onClose}
      onSave={confirm}
    />
  );
  return <Dialog {...dialog} footer={footer} size="sm" locked={busy} />;
}
