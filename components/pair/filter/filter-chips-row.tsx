'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { formatNumber } from '@/lib/core/dates';
import type { PairFacets } from '@/lib/pair/schema/figures';
import { isFiltered, withoutFilter } from './address';
import { useAddress } from './address-context';
import { chipsOf } from './filter-chips';
import { type Sector, useFilterWords } from './filter-words';

type Props = { facets: PairFacets; sectors: readonly Sector[]; count: number; all: number };

/** What the filter keeps, each to be taken out by one press, and how many pairs are left. */
export function FilterChipsRow({ facets, sectors, count, all }: Props) {
  const t = useTranslations('pair.pipeline.filter');
  const { address, change, pending } = useAddress();
  const words = useFilterWords(facets, sectors);
  const chips = chipsOf(address, words);
  return (
    <div className={isFiltered(address) ? 'fl-chips' : 'sr-only'}>
      <p role="status" className="font-medium">
        {pending ? <span className="sr-only">{t('updating')}</span> : null}
        {t('result', { count: formatNumber(count), all: formatNumber(all) })}
      </p>
      {chips.map((chip) => (
        <button
          key={chip.key}
          type="button"
          className="ui-filter-chip"
          aria-label={t('remove', { label: chip.label })}
          onClick={() => change(chip.without)}
        >
          {chip.label}
          <X aria-hidden="true" size={14} />
        </button>
      ))}
      {chips.length > 0 && (
        <Button size="sm" tone="quiet" onClick={() => change(withoutFilter(address))}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}
