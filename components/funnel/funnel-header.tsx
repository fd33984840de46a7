import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { countChosen, NO_FILTER } from '@/components/pair/filter/address';
import { FilterButton } from '@/components/pair/filter/filter-layout';
import { chipsOf, type SectorOption, useFilterWords } from '@/components/pair/filter/filter-words';
import { AsOfChip } from '@/components/shell/as-of-chip';
import { PageHeader } from '@/components/shell/page-header';
import { FilterChips } from '@/components/ui/filter-chips';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import { formatDay } from '@/lib/core/dates';
import type { Day } from '@/lib/core/days';
import type { ProgramEntry } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import type { Stage } from '@/lib/pair/rules/stages';
import type { PairFacets } from '@/lib/pair/schema/figures';
import { SECTORS } from '@/lib/party/rules';
import {
  FUNNEL_PLACES,
  type FunnelAddress,
  type FunnelPlace,
  type FunnelScreenAddress,
  funnelHref,
  funnelPath,
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
          {filter && <FunnelFilterButton address={address} />}
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
  const sectors = useSectorOptions();
  const words = useFilterWords(facets, sectors);
  const chips = chipsOf(address, words).map(({ key, label, without }) => ({
    key,
    label,
    href: funnelHref(slug, { ...address, ...without }, screen),
  }));
  return <FilterChips chips={chips} clear={funnelHref(slug, { ...address, ...NO_FILTER }, screen)} />;
}

function useSectorOptions(): SectorOption[] {
  const t = useTranslations('startup.sector');
  return SECTORS.map((key) => ({ key, label: t(key) }));
}

/** Opens the filters beside the screen; the words come from the server, as of all in the head. */
export function FunnelFilterButton({ address }: { address: FunnelAddress }) {
  const t = useTranslations('pair.pipeline.filter');
  const count = countChosen(address);
  return <FilterButton label={count > 0 ? t('openCount', { count }) : t('open')} />;
}
