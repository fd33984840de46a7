'use client';

import { ListFilter } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useId, useMemo, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { late } from '@/components/ui/late';
import { SkeletonText } from '@/components/ui/skeleton';
import type { PairFacets } from '@/lib/pair/schema/figures';
import { useAddress } from './address-context';
import { chipsOf } from './filter-chips';
import { type Sector, useFilterWords } from './filter-words';
import { NameSearch } from './name-search';

const FilterPanel = late(() => import('./filter-panel').then((file) => file.FilterPanel));

type Props = { facets: PairFacets; sectors: readonly Sector[]; children: ReactNode };

/** Search, filter, arrangement: the same on every view. */
export function FilterBar({ facets, sectors, children }: Props) {
  const t = useTranslations('pair.pipeline.filter');
  const { address } = useAddress();
  const words = useFilterWords(facets, sectors);
  const count = useMemo(
    () => chipsOf(address, words).filter(({ key }) => key !== 'q').length,
    [address, words],
  );
  const [opened, setOpened] = useState(false);
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  /** The reader who opened it goes on inside; so does one whose panel came after the press. */
  const focusInside = useCallback(() => {
    if (card.current?.matches(':popover-open'))
      card.current.querySelector<HTMLElement>('input, select')?.focus();
  }, []);
  return (
    <div className="fl-bar no-print">
      <NameSearch />
      <button
        type="button"
        aria-haspopup="dialog"
        popoverTarget={id}
        style={{ anchorName: `--${id}` }}
        className={buttonClass({ size: 'sm' })}
        onPointerEnter={() => setOpened(true)}
        onFocus={() => setOpened(true)}
      >
        <ListFilter aria-hidden="true" size={16} />
        {count > 0 ? t('openCount', { count }) : t('open')}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t('title')}
        data-place="end"
        style={{ positionAnchor: `--${id}` }}
        className="ui-float fl-float"
        ref={card}
        onToggle={focusInside}
      >
        {opened && (
          <FilterPanel
            {...{ facets, sectors, words }}
            onReady={focusInside}
            waiting={<SkeletonText lines={6} />}
          />
        )}
      </div>
      {children}
    </div>
  );
}
