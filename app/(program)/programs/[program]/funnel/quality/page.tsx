import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { readFunnelAddress } from '@/components/funnel/address';
import { FunnelTabs } from '@/components/funnel/funnel-header';
import { QualityScreen } from '@/components/quality/quality-screen';
import { PageHeader } from '@/components/shell/page-header';
import type { RawQuery } from '@/lib/core/address';
import { shownName } from '@/lib/core/shown-name';
import { requireProgram } from '@/lib/platform/gate';
import { canMend, canSeeQuality } from '@/lib/quality/policy';
import { listQuality } from '@/lib/quality/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('quality'))('title') };
}

type Props = { params: Promise<{ program: string }>; searchParams: Promise<RawQuery> };

/** Of the records as they stand now: what is missing is missing today, whatever date the figures are read at. */
export default async function QualityPage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  if (!canSeeQuality(scope)) notFound();
  const { slug, homeZone, venueZone } = scope.program;
  const quality = await listQuality(scope, {});
  const t = await getTranslations('quality');
  return (
    <>
      <PageHeader title={t('title')} subtitle={shownName(scope.program, await getLocale())}>
        <FunnelTabs slug={slug} place="quality" address={readFunnelAddress(await searchParams)} />
      </PageHeader>
      <QualityScreen
        quality={quality}
        context={{ slug, zones: [venueZone, homeZone], canMend: canMend(scope), today: quality.today }}
      />
    </>
  );
}
