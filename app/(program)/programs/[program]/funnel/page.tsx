import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { funnelHref, paramsOf, readFunnelAddress } from '@/components/funnel/address';
import { FunnelFilter } from '@/components/funnel/funnel-filter';
import { FunnelScreen } from '@/components/funnel/funnel-screen';
import { FunnelTabs } from '@/components/funnel/funnel-tabs';
import { KnownChoice } from '@/components/funnel/known-choice';
import type { RawQuery } from '@/components/pair/filter/address';
import { AsOfChip } from '@/components/shell/as-of-chip';
import { PageHeader } from '@/components/shell/page-header';
import { formatDay } from '@/lib/core/dates';
import { worksInOffice } from '@/lib/core/scope';
import { canSeeFunnel } from '@/lib/funnel/policy';
import { requireProgram } from '@/lib/platform/gate';
import { programName } from '@/lib/program/rules';
import { loadFunnel } from './load';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('funnel'))('title') };
}

type Props = { params: Promise<{ program: string }>; searchParams: Promise<RawQuery> };

export default async function FunnelPage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  if (!canSeeFunnel(scope)) notFound();
  const query = await searchParams;
  const { slug, homeZone } = scope.program;
  const { address, today, marks, facets, moved, ...screen } = await loadFunnel(
    scope,
    readFunnelAddress(query),
    query.day,
  );
  if (moved) redirect(funnelHref(slug, { ...address, asOf: moved }));
  const t = await getTranslations('funnel');
  const stageName = await getTranslations('pair.stage');
  const locale = await getLocale();
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={programName(scope.program, locale)}
        asOf={
          <AsOfChip
            value={address.asOf}
            today={today}
            text={formatDay(address.asOf, locale)}
            path={`/programs/${slug}/funnel`}
            params={paramsOf(address)}
            zone={homeZone}
            marks={marks.map(({ stage, day }) => ({
              value: day,
              label: `${stageName(stage)} ${formatDay(day, locale)}`,
            }))}
          />
        }
        actions={
          <>
            <KnownChoice slug={slug} address={address} />
            <FunnelFilter {...{ slug, address, facets, today }} />
          </>
        }
      >
        <FunnelTabs slug={slug} place="figures" address={address} />
      </PageHeader>
      <FunnelScreen {...screen} slug={slug} address={address} canSetUp={worksInOffice(scope)} />
    </>
  );
}
