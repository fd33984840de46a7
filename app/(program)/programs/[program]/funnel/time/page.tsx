import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { readFunnelAddress } from '@/components/funnel/address';
import { AgeingPanel } from '@/components/funnel/ageing-panel';
import { FunnelHeader } from '@/components/funnel/funnel-header';
import { MoneyPanel } from '@/components/funnel/money-panel';
import { StayPanel } from '@/components/funnel/stay-panel';
import { TimeClocks } from '@/components/funnel/time-clocks';
import type { RawQuery } from '@/lib/core/address';
import { shownName } from '@/lib/core/shown-name';
import { canSeeFunnel } from '@/lib/funnel/policy';
import { requireProgram } from '@/lib/platform/gate';
import { canEditProgram } from '@/lib/program/policy';
import { loadTime } from './load';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('funnel-time'))('title') };
}

type Props = { params: Promise<{ program: string }>; searchParams: Promise<RawQuery> };

export default async function FunnelTimePage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  if (!canSeeFunnel(scope)) notFound();
  const asked = readFunnelAddress(await searchParams);
  const { head, series, times, ageing } = await loadTime(scope, asked);
  const { address } = head;
  const program = shownName(scope.program, await getLocale());
  const same = { slug: scope.program.slug, address, program };
  return (
    <>
      <FunnelHeader program={scope.program} place="time" {...head} />
      <div className="grid min-w-0 gap-6">
        <TimeClocks address={address} clocks={series} />
        <MoneyPanel {...same} series={series} />
        <StayPanel {...same} times={times} />
        <AgeingPanel {...same} ageing={ageing} canSetUp={canEditProgram(scope)} />
      </div>
    </>
  );
}
