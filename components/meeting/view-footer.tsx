'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

type Props = { onBack: () => void; isBusy: boolean; label: string; tone?: 'primary' | 'danger' };

/** Back to the overview, or do it. */
export function ViewFooter({ onBack, isBusy, label, tone = 'primary' }: Props) {
  const t = useTranslations('common');
  return (
    <div className="flex justify-end gap-2 max-sm:[&>*]:flex-1">
      <Button onClick={onBack} disabled={isBusy}>
        {t('back')}
      </Button>
      <Button type="submit" tone={tone} busy={isBusy}>
        {label}
      </Button>
    </div>
  );
}
