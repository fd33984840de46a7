import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Locale } from '@/lib/core/locale';
import { formatMoney, money } from '@/lib/core/money';
import { shownName } from '@/lib/core/shown-name';
import {
  type InterestFilter,
  type NextMeetingFilter,
  NO_OWNER,
  readAmountRange,
} from '@/lib/pair/rules/filter';
import type { LiveRung } from '@/lib/pair/rules/item';
import type { PairStatus, ReasonFilter, Stage } from '@/lib/pair/rules/stages';
import type { PairFacets } from '@/lib/pair/schema/figures';
import type { FilterAddress, FilterKey } from './address';

export type SectorOption = { key: string; label: string };

/** What the values of a filter are called. */
export function useFilterWords(facets: PairFacets, sectors: readonly SectorOption[]): FilterWords {
  const t = useTranslations('pair');
  const rungs = useTranslations('amount.rung');
  const locale = useLocale();
  return useMemo((): FilterWords => {
    const named = new Map<string, string>();
    for (const each of [...facets.startups, ...facets.investors, ...facets.people])
      named.set(each.id, shownName(each, locale));
    const labels = new Map(sectors.map(({ key, label }) => [key, label]));
    return {
      stage: (key) => t(`stage.${key}`),
      status: (key) => t(`status.${key}`),
      reason: (key) => t(`reason.${key}`),
      rung: (key) => rungs(key),
      sector: (key) => labels.get(key) ?? t('pipeline.filter.gone', { value: key }),
      interest: (key) =>
        key === 'none' ? t('pipeline.filter.noInterest') : t('pipeline.filter.interestChip', { level: key }),
      amount: (text) => amountWords(text, { t, locale }),
      nextMeeting: (key) => t(`pipeline.filter.meets.${key}`),
      nextMeetingChip: (key) => t('pipeline.filter.meetsChip', { when: t(`pipeline.filter.meets.${key}`) }),
      // A link or a saved view may name somebody who has left since: said, and not dropped.
      name: (id) =>
        id === NO_OWNER
          ? t('pipeline.filter.noOwner')
          : (named.get(id) ?? t('pipeline.filter.gone', { value: id.slice(0, 8) })),
      reached: (key) => t('pipeline.filter.reachedChip', { stage: t(`stage.${key}`) }),
      met: (key) => t('pipeline.filter.metChip', { stage: t(`stage.${key}`) }),
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
  interest: (key: InterestFilter) => string;
  amount: (text: string) => string;
  nextMeeting: (key: NextMeetingFilter) => string;
  nextMeetingChip: (key: NextMeetingFilter) => string;
  name: (id: string) => string;
  reached: (key: Stage) => string;
  met: (key: Stage) => string;
  overdue: string;
  unscheduled: string;
};

type Words = { t: ReturnType<typeof useTranslations<'pair'>>; locale: Locale };

/** `KRW 100 million to KRW 500 million`, or the currency alone. */
function amountWords(text: string, { t, locale }: Words): string {
  const range = readAmountRange(text);
  if (!range) return text;
  const { currency, from, to } = range;
  const [low, high] = [from, to].map((end) =>
    end === null ? null : formatMoney(money(end, currency), locale),
  );
  if (low && high) return t('pipeline.filter.between', { from: low, to: high });
  if (low) return t('pipeline.filter.fromOn', { from: low });
  return high ? t('pipeline.filter.upTo', { to: high }) : currency;
}

/** One chosen value of the filter, and the address without it. */
type FilterChip = { key: string; label: string; without: Partial<FilterAddress> };

export function chipsOf(address: FilterAddress, words: FilterWords): FilterChip[] {
  const many = <T extends string>(key: FilterKey, values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({
      key: `${key} ${value}`,
      label: label(value),
      without: { [key]: values.filter((other) => other !== value) } as Partial<FilterAddress>,
    }));
  const { reached, met, q, amount } = address;
  return [
    ...(q ? [{ key: 'q', label: `“${q}”`, without: { q: '' } }] : []),
    ...many('stage', address.stage, words.stage),
    ...many('status', address.status, words.status),
    ...many('sector', address.sector, words.sector),
    ...many('startup', address.startup, words.name),
    ...many('investor', address.investor, words.name),
    ...many('owner', address.owner, words.name),
    ...many('rung', address.rung, words.rung),
    ...(amount ? [{ key: 'amount', label: words.amount(amount), without: { amount: '' } }] : []),
    ...many('reason', address.reason, words.reason),
    ...many('interest', address.interest, words.interest),
    ...many('nextMeeting', address.nextMeeting, words.nextMeetingChip),
    ...(reached
      ? [{ key: 'reached', label: words.reached(reached), without: { reached: '' as const } }]
      : []),
    ...(met ? [{ key: 'met', label: words.met(met), without: { met: '' as const } }] : []),
    ...(['overdue', 'unscheduled'] as const).flatMap((key) =>
      address[key] ? [{ key, label: words[key], without: { [key]: false } }] : [],
    ),
  ];
}
