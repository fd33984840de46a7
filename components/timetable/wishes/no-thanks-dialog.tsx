'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';

type Props = { pair: string; onClose: () => void; onConfirm: () => Promise<boolean> };

/** Asked once, because it is final; and said that nobody learns of it. */
export function NoThanksDialog({ pair, onClose, onConfirm }: Props) {
  const t = useTranslations('timetable-setup.wishes.noThanks');
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('title', { pair })}
      description={t('text')}
      confirmLabel={t('confirm')}
      tone="danger"
      onConfirm={onConfirm}
    />
  );
}
