import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AsOfChip } from '@/components/shell/as-of-chip';
import { PageHeader } from '@/components/shell/page-header';
import { type Day, formatDay } from '@/lib/core/dates';
import type { ProgramEntry } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import type { Stage } from '@/lib/pair/rules/stages';
import type { PairFacets } from '@/lib/pair/schema/figures';
import { type FunnelAddress, funnelPath, paramsOf } from './address';
import { FunnelChips } from './funnel-chips';
import { FunnelFilter } from './funnel-filter';
import { FUNNEL_PLACES, type FunnelPlace, FunnelTabs } from './funnel-tabs';
import { KnownChoice } from './known-choice';

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
          {filter && <FunnelFilter {...{ slug, address, facets, today, screen }} />}
        </>
      }
    >
      <FunnelTabs slug={slug} place={place} address={address} />
      <FunnelChips {...{ slug, address, facets, screen }} />
    </PageHeader>
  );
}
