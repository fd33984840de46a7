'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { shownName } from '@/lib/core/shown-name';
import type { LiveRung } from '@/lib/pair/rules/item';
import type { PairStatus, ReasonFilter, Stage } from '@/lib/pair/rules/stages';
import type { PairFacets } from '@/lib/pair/schema/figures';
import type { FilterWords } from './filter-chips';

export type Sector = { key: string; label: string };

/** What the values of a filter are called. */
export function useFilterWords(facets: PairFacets, sectors: readonly Sector[]): FilterWords {
  const t = useTranslations('pair');
  const rungs = useTranslations('amount.rung');
  const locale = useLocale();
  return useMemo(() => {
    const named = new Map<string, string>();
    for (const each of [...facets.startups, ...facets.investors, ...facets.people])
      named.set(each.id, shownName(each, locale));
    const labels = new Map(sectors.map(({ key, label }) => [key, label]));
    return {
      stage: (key: Stage) => t(`stage.${key}`),
      status: (key: PairStatus) => t(`status.${key}`),
      reason: (key: ReasonFilter) => t(`reason.${key}`),
      rung: (key: LiveRung) => rungs(key),
      sector: (key: string) => labels.get(key) ?? key,
      name: (id: string) => named.get(id) ?? '–',
      reached: (key: Stage) => t('pipeline.filter.reachedChip', { stage: t(`stage.${key}`) }),
      met: (key: Stage) => t('pipeline.filter.metChip', { stage: t(`stage.${key}`) }),
      overdue: t('pipeline.filter.overdue'),
      unscheduled: t('pipeline.filter.unscheduled'),
    };
  }, [facets, sectors, t, rungs, locale]);
}
