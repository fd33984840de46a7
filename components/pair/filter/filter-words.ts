'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { shownName } from '@/lib/core/shown-name';
import type { LiveRung } from '@/lib/pair/rules/item';
import type { PairStatus, ReasonFilter, Stage } from '@/lib/pair/rules/stages';
import type { PairFacets } from '@/lib/pair/schema/figures';
import type { Address } from './address';

export type SectorOption = { key: string; label: string };

/** What the values of a filter are called. */
export function useFilterWords(facets: PairFacets, sectors: readonly SectorOption[]): FilterWords {
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

export type FilterWords = {
  stage: (key: Stage) => string;
  status: (key: PairStatus) => string;
  reason: (key: ReasonFilter) => string;
  rung: (key: LiveRung) => string;
  sector: (key: string) => string;
  name: (id: string) => string;
  reached: (key: Stage) => string;
  met: (key: Stage) => string;
  overdue: string;
  unscheduled: string;
};

/** One chosen value of the filter, and the address without it. */
type FilterChip = { key: string; label: string; without: Partial<Address> };

export function chipsOf(address: Address, words: FilterWords): FilterChip[] {
  const many = <T extends string>(key: keyof Address, values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({
      key: `${key} ${value}`,
      label: label(value),
      without: { [key]: values.filter((other) => other !== value) } as Partial<Address>,
    }));
  const { reached, met, q } = address;
  return [
    ...(q ? [{ key: 'q', label: `“${q}”`, without: { q: '' } }] : []),
    ...many('stage', address.stage, words.stage),
    ...many('status', address.status, words.status),
    ...many('sector', address.sector, words.sector),
    ...many('startup', address.startup, words.name),
    ...many('investor', address.investor, words.name),
    ...many('owner', address.owner, words.name),
    ...many('rung', address.rung, words.rung),
    ...many('reason', address.reason, words.reason),
    ...(reached
      ? [{ key: 'reached', label: words.reached(reached), without: { reached: '' as const } }]
      : []),
    ...(met ? [{ key: 'met', label: words.met(met), without: { met: '' as const } }] : []),
    ...(['overdue', 'unscheduled'] as const).flatMap((key) =>
      address[key] ? [{ key, label: words[key], without: { [key]: false } }] : [],
    ),
  ];
}
