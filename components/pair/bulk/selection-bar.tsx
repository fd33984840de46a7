'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import type { BulkKind } from './change-frame';

/** What the office may change of many pairs at once besides their stage. */
const OFFICE: readonly BulkKind[] = ['status', 'owner', 'nextStep', 'wish', 'weight'];

type Props = {
  count: number;
  /** A startup's own people plan next steps, and nothing else. */
  canMove: boolean;
  onChange: (kind: BulkKind | 'stage') => void;
  onClear: () => void;
};

/** What can be done with the chosen rows; stays in sight while they are chosen. */
export function SelectionBar({ count, canMove, onChange, onClear }: Props) {
  const t = useTranslations('pair.pipeline.table');
  const change = useTranslations('pair.pipeline.change');
  const what = useTranslations('pair.history.what');
  return (
    <section className="tb-selection" aria-label={t('selected', { count })}>
      <span role="status" className="font-medium">
        {t('selected', { count })}
      </span>
      {canMove ? (
        <>
          <Button size="sm" tone="primary" onClick={() => onChange('stage')}>
            {t('bulkMove')}
          </Button>
          <Menu
            trigger={
              <>
                {change('menu')}
                <ChevronDown aria-hidden="true" size={16} />
              </>
            }
            items={OFFICE.map((kind) => ({ id: kind, label: what(kind), onSelect: () => onChange(kind) }))}
          />
        </>
      ) : (
        <Button size="sm" tone="primary" onClick={() => onChange('nextStep')}>
          {what('nextStep')}
        </Button>
      )}
      <Button size="sm" tone="quiet" onClick={onClear}>
        {t('clearSelection')}
      </Button>
    </section>
  );
}
