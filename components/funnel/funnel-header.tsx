import { ListFilter } from 'lucide-react';
import Form from 'next/form';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AsOfChip } from '@/components/shell/as-of-chip';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { FilterChips } from '@/components/ui/filter-chips';
import { LinkButton } from '@/components/ui/link-button';
import { Popover } from '@/components/ui/popover';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import { type Option, Select } from '@/components/ui/select';
import { formatDay } from '@/lib/core/dates';
import type { Day } from '@/lib/core/days';
import type { ProgramEntry } from '@/lib/core/scope';
import { nameIn, shownName } from '@/lib/core/shown-name';
import { NO_OWNER } from '@/lib/funnel/schema';
import type { Stage } from '@/lib/pair/rules/stages';
import type { PairFacets } from '@/lib/pair/schema/figures';
import {
  FILTERS,
  FUNNEL_PLACES,
  type FunnelAddress,
  type FunnelPlace,
  type FunnelScreenAddress,
  funnelChips,
  funnelHref,
  funnelPath,
  NO_FILTER,
  paramsOf,
} from './address';

type Props = {
  program: ProgramEntry;
  place: FunnelPlace;
  address: FunnelAddress & { asOf: Day };
  today: Day;
  facets: PairFacets;
  marks: readonly { stage: Stage; day: Day }[];
  /** What this screen's address says besides. */
  more?: Record<string, string>;
  /** The screen's own choices, before the filter. */
  children?: ReactNode;
  /** Without one the pairs of a second program cannot be narrowed alike. */
  filter?: boolean;
};

/** The head of every screen of the funnel: the program, the day, the second clock, the filter, the other screens. */
export function FunnelHeader({ program, place, address, today, facets, marks, more, ...rest }: Props) {
  const { children, filter = true } = rest;
  const t = useTranslations('funnel');
  const stageName = useTranslations('pair.stage');
  const locale = useLocale();
  const { slug } = program;
  const screen = { path: FUNNEL_PLACES[place], more };
  return (
    <PageHeader
      title={t('title')}
      subtitle={shownName(program, locale)}
      asOf={
        <AsOfChip
          value={address.asOf}
          today={today}
          text={formatDay(address.asOf, locale)}
          path={funnelPath(slug) + screen.path}
          params={{ ...paramsOf(address), ...more }}
          zone={program.homeZone}
          reporting={program.asOfDefault}
          marks={marks.map(({ stage, day }) => ({
            value: day,
            label: `${stageName(stage)} ${formatDay(day, locale)}`,
          }))}
        />
      }
      actions={
        <>
          {children}
          <KnownChoice {...{ slug, address, screen }} />
          {filter && <FunnelFilterForm {...{ slug, address, facets, today, screen }} />}
        </>
      }
    >
      <FunnelTabs slug={slug} place={place} address={address} />
      <FunnelChips {...{ slug, address, facets, screen }} />
    </PageHeader>
  );
}

type TabsProps = { slug: string; place: FunnelPlace; address: FunnelAddress };

export function FunnelTabs({ slug, place, address }: TabsProps) {
  const t = useTranslations('funnel.place');
  const search = funnelHref(slug, address).slice(funnelPath(slug).length);
  const items = Object.entries(FUNNEL_PLACES).map(([key, path]) => ({
    href: `${funnelPath(slug)}${path}${search}`,
    label: t(key as FunnelPlace),
    current: key === place,
  }));
  return <SegmentedLinks label={t('label')} items={items} />;
}

type KnownProps = { slug: string; address: FunnelAddress; screen?: FunnelScreenAddress };

/** The second clock: all that is known now, or only what had been written down by then. */
export function KnownChoice({ slug, address, screen }: KnownProps) {
  const t = useTranslations('funnel.known');
  const locale = useLocale();
  const { knownOn } = address;
  const item = (known: FunnelAddress['knownOn'], label: string) => ({
    href: funnelHref(slug, { ...address, knownOn: known }, screen),
    label,
    current: knownOn === known,
  });
  return (
    <SegmentedLinks
      label={t('label')}
      items={[
        item('', t('now')),
        item('then', t('then')),
        ...(knownOn && knownOn !== 'then'
          ? [item(knownOn, t('at', { date: formatDay(knownOn, locale) }))]
          : []),
      ]}
    />
  );
}

type ChipsProps = {
  slug: string;
  address: FunnelAddress;
  facets: PairFacets;
  screen?: FunnelScreenAddress;
};

/** Whose pairs are counted, where they are not all: each part of the filter can be taken away. */
export function FunnelChips({ slug, address, facets, screen = {} }: ChipsProps) {
  const options = useFunnelOptions(facets);
  const chips = funnelChips(
    slug,
    address,
    screen,
    (key, value) => options[key].find((option) => option.value === value)?.label ?? '–',
  );
  return <FilterChips chips={chips} clear={funnelHref(slug, { ...address, ...NO_FILTER }, screen)} />;
}

type FilterProps = {
  slug: string;
  address: FunnelAddress;
  facets: PairFacets;
  today: string;
  screen?: FunnelScreenAddress;
};
type Filter = (typeof FILTERS)[number];

/** Whose pairs are counted, and by what knowledge: a plain form that writes the address. */
export function FunnelFilterForm({ slug, address, facets, today, screen = {} }: FilterProps) {
  const t = useTranslations('funnel.filter');
  const options = useFunnelOptions(facets);
  const count = FILTERS.filter((key) => address[key].length > 0).length;
  const { asOf, from, sum } = paramsOf(address);
  const kept = Object.entries({ asOf, from, sum, ...screen.more });
  return (
    <Popover
      label={t('title')}
      place="end"
      className="w-80"
      trigger={
        <>
          <ListFilter aria-hidden="true" size={16} />
          {count > 0 ? t('count', { count }) : t('title')}
        </>
      }
    >
      <Form action={funnelPath(slug) + (screen.path ?? '')} className="grid gap-3">
        {kept.map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
        {FILTERS.map((key) => (
          <Select
            key={`${key} ${address[key].join()}`}
            label={t(key)}
            name={key}
            defaultValue={address[key].join(',')}
            emptyLabel={t('all')}
            options={withSeveral(options[key], address[key])}
          />
        ))}
        <DateInput
          key={`knownOn ${address.knownOn}`}
          label={t('knownOn')}
          hint={t('knownOnHint')}
          name="knownOn"
          defaultValue={address.knownOn === 'then' ? address.asOf : address.knownOn}
          max={today}
        />
        <div className="flex gap-2">
          <Button type="submit" tone="primary" size="sm">
            {t('apply')}
          </Button>
          <LinkButton size="sm" href={funnelHref(slug, { ...address, ...NO_FILTER, knownOn: '' }, screen)}>
            {t('reset')}
          </LinkButton>
        </div>
      </Form>
    </Popover>
  );
}

/** The choices of the filter by their names. */
function useFunnelOptions({ startups, investors, people }: PairFacets): Record<Filter, Option[]> {
  const locale = useLocale();
  const t = useTranslations('startup');
  const none = useTranslations('funnel-readings')('split.noOwner');
  const sectorName = (key: string) => {
    const name = `sector.${key}` as 'sector.other';
    return t.has(name) ? t(name) : key;
  };
  const sectors = [...new Set(startups.map(({ sector }) => sector))].sort();
  return {
    sector: sectors.map((value) => ({ value, label: sectorName(value) })),
    startup: startups.map((startup) => ({ value: startup.id, label: nameIn(startup, locale) })),
    investor: investors.map(({ id, name }) => ({ value: id, label: name })),
    owner: [
      ...people.filter((one) => !one.startupId).map((one) => ({ value: one.id, label: nameIn(one, locale) })),
      { value: NO_OWNER, label: none },
    ],
  };
}

/** A link may name several; the field keeps them as one choice that says how many. */
function withSeveral(options: readonly Option[], chosen: readonly string[]): Option[] {
  if (chosen.length < 2) return [...options];
  const names = chosen.map((value) => options.find((option) => option.value === value)?.label ?? value);
  return [{ value: chosen.join(','), label: names.join(', ') }, ...options];
}
