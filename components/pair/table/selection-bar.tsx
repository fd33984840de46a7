'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

type Props = { count: number; onMove: () => void; onClear: () => void };

/** What can be done with the chosen rows; stays in sight while they are chosen. */
export function SelectionBar({ count, onMove, onClear }: Props) {
  const t = useTranslations('pair.pipeline.table');
  return (
    <section className="tb-selection" aria-label={t('selected', { count })}>
      <span role="status" className="font-medium">
        {t('selected', { count })}
      </span>
      <Button size="sm" tone="primary" onClick={onMove}>
        {t('bulkMove')}
      </Button>
      <Button size="sm" tone="quiet" onClick={onClear}>
        {t('clearSelection')}
      </Button>
    </section>
  );
}
