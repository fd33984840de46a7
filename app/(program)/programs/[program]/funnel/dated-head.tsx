import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import {
  FUNNEL_PLACES,
  type FunnelAddress,
  type FunnelPlace,
  funnelPath,
  paramsOf,
  readFunnelAddress,
} from '@/components/funnel/address';
import { FunnelTabs } from '@/components/funnel/funnel-header';
import { AsOfChip } from '@/components/shell/as-of-chip';
import { PageHeader } from '@/components/shell/page-header';
import type { RawQuery } from '@/lib/core/address';
import { formatDay } from '@/lib/core/dates';
import type { Day } from '@/lib/core/days';
import type { ProgramScope } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { dayInZone } from '@/lib/core/zones';
import { shownDay } from '@/lib/program/rules';

export type Dated = { address: FunnelAddress & { asOf: Day }; today: Day };

/** The day a screen below the funnel shows: the one its address names, else today. */
export function datedAddress({ program }: ProgramScope, query: RawQuery): Dated {
  const now = new Date();
  const asked = readFunnelAddress(query);
  const asOf = shownDay(program, asked.asOf, now);
  return { address: { ...asked, asOf }, today: dayInZone(now, program.homeZone) };
}

type Props = Dated & { scope: ProgramScope; place: FunnelPlace; title: string; actions?: ReactNode } & {
  /** The screen obeys the second clock too. */
  bothClocks?: boolean;
};

/** Where I am below the funnel, as of when, and the way to its other screens. */
export async function DatedHead({ scope, place, title, address, today, actions, bothClocks }: Props) {
  const locale = await getLocale();
  const { slug, homeZone, asOfDefault } = scope.program;
  return (
    <PageHeader
      title={title}
      subtitle={shownName(scope.program, locale)}
      asOf={
        <AsOfChip
          value={address.asOf}
          {...(bothClocks ? { knownOn: address.knownOn } : {})}
          today={today}
          text={formatDay(address.asOf, locale)}
          path={funnelPath(slug) + FUNNEL_PLACES[place]}
          params={paramsOf(address)}
          zone={homeZone}
          reporting={asOfDefault}
        />
      }
      actions={actions}
    >
      <FunnelTabs slug={slug} place={place} address={address} />
    </PageHeader>
  );
}

/** The title of a page by its noun. */
export async function titleOf(noun: 'report' | 'wave') {
  return { title: (await getTranslations(noun))('title') };
}
