'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RampTile } from '@/components/ui/ramp-tile';
import { STAGES, STATUSES } from '@/lib/pair/rules/stages';
import type { PairFacets } from '@/lib/pair/schema/figures';
import { type Sector, useFilterWords } from '../filter/filter-words';
import { toneOfStage } from '../stage-tone';
import type { ColumnId } from './table-columns';

/** What a group of rows is called, by the column it is grouped by and its value. */
export function useGroupWords(facets: PairFacets, sectors: readonly Sector[]) {
  const t = useTranslations('pair.pipeline.table');
  const words = useFilterWords(facets, sectors);
  return (group: ColumnId | null, value: string): { label: ReactNode; labelText: string } => {
    const stage = STAGES.find((one) => one === value);
    if (group === 'stage' && stage) {
      const text = words.stage(stage);
      const tile = (
        <span className="tb-tile">
          <RampTile tone={toneOfStage(stage)} />
          {text}
        </span>
      );
      return { label: tile, labelText: text };
    }
    const status = STATUSES.find((one) => one === value);
    const text =
      group === 'status' && status
        ? words.status(status)
        : group === 'sector'
          ? words.sector(value)
          : value
            ? words.name(value)
            : t('nobody');
    return { label: text, labelText: text };
  };
}
