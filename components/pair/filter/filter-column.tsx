'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { useRead } from '@/components/form/use-read';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Notice } from '@/components/ui/notice';
import { SkeletonText } from '@/components/ui/skeleton';
import { pairOperations } from '@/lib/pair/operations';
import type { FacetCount } from '@/lib/pair/schema/figures';
import { type FilterAddress, isFiltered, NO_FILTER } from './address';
import { takeOpening, useFilterColumn } from './column-store';
import { FILTER_BUTTON, FILTER_COLUMN } from './filter-layout';
import { FilterPanel } from './filter-panel';
import type { SectorOption } from './filter-words';

type Props = {
  address: FilterAddress;
  /** Filter and clocks as the API is asked, one value a key. */
  asked: Readonly<Record<string, string>>;
  sectors: readonly SectorOption[];
  baseCurrency: string;
  change: (patch: Partial<FilterAddress>) => void;
  /** What this screen can be narrowed by besides. */
  children?: ReactNode;
};

/** Everything pairs can be kept by, each value with how many it would keep; a choice acts at once. */
export function FilterColumn({ address, asked, sectors, baseCurrency, change, children }: Props) {
  const t = useTranslations('pair.pipeline.filter');
  const { setOpen } = useFilterColumn();
  const facets = useRead(pairOperations.listPairFacets, {});
  const counted = useRead(pairOperations.countPairFacets, asked);
  const column = useRef<HTMLElement>(null);
  // While new counts are on their way the old ones stay: numbers that vanish and come again say nothing.
  const last = useRef<readonly FacetCount[] | null>(null);
  if (counted.at === 'ready') last.current = counted.value.counts;
  useEffect(() => {
    if (takeOpening()) column.current?.focus();
  }, []);
  return (
    <aside
      ref={column}
      id={FILTER_COLUMN}
      tabIndex={-1}
      aria-label={t('column')}
      aria-busy={counted.at === 'loading'}
      className="fl-column no-print"
    >
      <div className="flex items-center justify-between gap-2">
        <h2 className="text-base font-bold">{t('column')}</h2>
        {isFiltered(address) && (
          <Button size="sm" tone="quiet" className="ms-auto" onClick={() => change(NO_FILTER)}>
            {t('clearAll')}
          </Button>
        )}
        <IconButton
          label={t('close')}
          icon={<X aria-hidden="true" size={16} />}
          className={isFiltered(address) ? undefined : 'ms-auto'}
          onClick={() => {
            setOpen(false);
            document.getElementById(FILTER_BUTTON)?.focus();
          }}
        />
      </div>
      {counted.at === 'failed' && <Notice tone="warn">{t('failed')}</Notice>}
      {facets.at === 'ready' ? (
        <FilterPanel
          {...{ address, change, sectors, baseCurrency }}
          facets={facets.value}
          counts={last.current}
        />
      ) : facets.at === 'failed' ? (
        <Notice tone="warn">{t('failed')}</Notice>
      ) : (
        <SkeletonText lines={12} />
      )}
      {children}
    </aside>
  );
}
