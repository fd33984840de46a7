'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RampTile } from '@/components/ui/ramp-tile';
import { type NamedPerson, nameIn } from '@/lib/core/shown-name';
import { type FacetKey, INTERESTS, NEXT_MEETINGS, NO_OWNER } from '@/lib/pair/rules/filter';
import { LIVE_RUNGS } from '@/lib/pair/rules/item';
import { MEETING_STAGES, REASON_FILTERS, STAGES, STATUSES } from '@/lib/pair/rules/stages';
import type { FacetCount, PairFacets } from '@/lib/pair/schema/figures';
import { toneOfPair, toneOfStage } from '../stage-tone';
import { type FilterAddress, type FilterKey, readFilter } from './address';
import { AmountFilter } from './amount-filter';
import { FacetChips, type FacetOption } from './facet-chips';
import { type SectorOption, useFilterWords } from './filter-words';

type Props = {
  address: FilterAddress;
  change: (patch: Partial<FilterAddress>) => void;
  facets: PairFacets;
  /** Null until they are there. */
  counts: readonly FacetCount[] | null;
  sectors: readonly SectorOption[];
  baseCurrency: string;
};
type Several = {
  [Key in FilterKey]: FilterAddress[Key] extends readonly string[] ? Key : never;
}[FilterKey];

/** Each key of the filter with its values as chips, in the order in which an office asks. */
export function FilterPanel({ address, change, facets, counts, sectors, baseCurrency }: Props) {
  const t = useTranslations('pair.pipeline.filter');
  const locale = useLocale();
  const words = useFilterWords(facets, sectors);
  const countOf = (key: FacetKey) => {
    const own = new Map(
      counts?.flatMap((each) => (each.key === key ? [[each.value, each.pairs] as const] : [])),
    );
    return (value: string) => (counts ? (own.get(value) ?? 0) : null);
  };
  const group = (key: Several & FacetKey, options: readonly FacetOption[]): ReactNode => (
    <FacetChips
      key={key}
      label={t(key)}
      options={withStale(options, address[key], (value) =>
        words[key === 'sector' ? 'sector' : 'name'](value),
      )}
      chosen={address[key]}
      countOf={countOf(key)}
      onChange={(values) => change({ [key]: values })}
    />
  );
  const one = (key: 'reached' | 'met', options: readonly FacetOption[]): ReactNode => (
    <FacetChips
      key={key}
      label={t(key)}
      options={options}
      chosen={address[key] ? [address[key]] : []}
      countOf={countOf(key)}
      onChange={(values) => change({ [key]: readFilter(`${key}=${values.at(-1) ?? ''}`)[key] })}
    />
  );
  const named = (each: NamedPerson): FacetOption => ({
    value: each.id,
    label: nameIn(each, locale),
    keywords: `${each.name} ${each.nameEn}`,
  });
  const office = facets.people.filter(({ startupId }) => startupId === null);
  const isOffice = facets.startups.length > 1 || office.length > 0;
  const stageOption = (stage: (typeof STAGES)[number]): FacetOption => ({
    value: stage,
    label: words.stage(stage),
    tile: <RampTile tone={toneOfStage(stage)} />,
  });
  const statusOption = (status: (typeof STATUSES)[number]): FacetOption => ({
    value: status,
    label: words.status(status),
    ...(status !== 'open' && { tile: <RampTile tone={toneOfPair('candidate', status)} /> }),
  });
  const present = new Set(facets.startups.map(({ sector }) => sector));
  const marks = (['overdue', 'unscheduled'] as const).map((key) => ({ value: key, label: t(key) }));
  return (
    <>
      {group('stage', STAGES.map(stageOption))}
      {group('status', STATUSES.map(statusOption))}
      {group(
        'interest',
        INTERESTS.map((value) => ({ value, label: words.interest(value) })),
      )}
      {group(
        'rung',
        LIVE_RUNGS.map((value) => ({ value, label: words.rung(value) })),
      )}
      <AmountFilter
        key={address.amount}
        label={t('amount')}
        value={address.amount}
        baseCurrency={baseCurrency}
        currencies={counts?.filter(({ key }) => key === 'amount') ?? []}
        onChange={(amount) => change({ amount })}
      />
      {group(
        'nextMeeting',
        NEXT_MEETINGS.map((value) => ({ value, label: words.nextMeeting(value) })),
      )}
      <FacetChips
        label={t('marks')}
        options={marks}
        chosen={marks.flatMap(({ value }) => (address[value] ? [value] : []))}
        countOf={(value) => (value === 'overdue' ? countOf('overdue') : countOf('unscheduled'))('1')}
        onChange={(values) =>
          change({ overdue: values.includes('overdue'), unscheduled: values.includes('unscheduled') })
        }
      />
      {isOffice && group('owner', [...office.map(named), { value: NO_OWNER, label: words.name(NO_OWNER) }])}
      {present.size > 1 &&
        group(
          'sector',
          sectors.flatMap(({ key, label }) => (present.has(key) ? [{ value: key, label }] : [])),
        )}
      {facets.startups.length > 1 && group('startup', facets.startups.map(named))}
      {group(
        'investor',
        facets.investors.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {group(
        'reason',
        REASON_FILTERS.map((value) => ({ value, label: words.reason(value) })),
      )}
      {one('reached', STAGES.map(stageOption))}
      {one('met', MEETING_STAGES.map(stageOption))}
    </>
  );
}

/** Chosen values that are not offered any more stay as chips, so that what filters is never out of sight. */
function withStale(
  options: readonly FacetOption[],
  chosen: readonly string[],
  labelOf: (value: string) => string,
): readonly FacetOption[] {
  const known = new Set(options.map(({ value }) => value));
  const stale = chosen.filter((value) => !known.has(value));
  return [...stale.map((value) => ({ value, label: labelOf(value) })), ...options];
}
