'use client';

import { ListFilter } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import type { PairFacets } from '@/lib/pair/rules/figures';
import { useAddress } from './address-context';
import { chipsOf } from './filter-chips';
import { type Sector, useFilterWords } from './filter-words';
import { NameSearch } from './name-search';

const FilterPanel = dynamic(() => import('./filter-panel').then((file) => file.FilterPanel));

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
      >
        {opened && <FilterPanel facets={facets} sectors={sectors} words={words} />}
      </div>
      {children}
    </div>
  );
}
