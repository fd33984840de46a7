'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

type Props = { onBack: () => void; isBusy: boolean; label: string; tone?: 'primary' | 'danger' };

/** Back to the overview, or do it. */
export function ViewFooter({ onBack, isBusy, label, tone = 'primary' }: Props) {
  const t = useTranslations('common');
  return (
    <div className="sticky -bottom-2 -mx-6 -mb-4 flex justify-end gap-2 border-t border-line bg-raised px-6 py-4 max-sm:-mx-4 max-sm:px-4 max-sm:[&>*]:flex-1">
      <Button onClick={onBack} disabled={isBusy}>
        {t('back')}
      </Button>
      <Button type="submit" tone={tone} busy={isBusy}>
        {label}
      </Button>
    </div>
  );
}
