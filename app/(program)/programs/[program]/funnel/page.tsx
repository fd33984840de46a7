import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { askedBy, funnelHref, readFunnelAddress, readMoved } from '@/components/funnel/address';
import { FunnelHeader } from '@/components/funnel/funnel-header';
import { FunnelScreen } from '@/components/funnel/funnel-screen';
import { ReadingChoice } from '@/components/funnel/reading-choice';
import { ExportMenu } from '@/components/shell/export-menu';
import type { RawQuery } from '@/lib/core/address';
import { earliestOf } from '@/lib/core/days';
import { shownName } from '@/lib/core/shown-name';
import { canSeeFunnel } from '@/lib/funnel/policy';
import { requireProgram } from '@/lib/platform/gate';
import { canEditProgram } from '@/lib/program/policy';
import { loadFunnel } from './load';
import { PublishedChanged } from './published-changed';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('funnel'))('title') };
}

type Props = { params: Promise<{ program: string }>; searchParams: Promise<RawQuery> };

export default async function FunnelPage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  if (!canSeeFunnel(scope)) notFound();
  const query = await searchParams;
  const { slug } = scope.program;
  const { address, today, marks, facets, moved, ...screen } = await loadFunnel(
    scope,
    readFunnelAddress(query),
    readMoved(query).day,
  );
  if (moved) redirect(funnelHref(slug, { ...address, asOf: moved }));
  return (
    <>
      <FunnelHeader program={scope.program} place="figures" {...{ address, today, facets, marks }}>
        <ReadingChoice
          {...{ slug, address, today }}
          begins={earliestOf(screen.life?.start ?? address.asOf, address.asOf)}
        />
        <ExportMenu slug={slug} what="funnel" asked={askedBy(address)} />
      </FunnelHeader>
      <PublishedChanged scope={scope} asOf={address.asOf} />
      <FunnelScreen
        {...screen}
        slug={slug}
        program={shownName(scope.program, await getLocale())}
        address={address}
        canSetUp={canEditProgram(scope)}
      />
    </>
  );
}
