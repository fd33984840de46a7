import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { funnelHref, readFunnelAddress } from '@/components/funnel/address';
import { askedBy, ExportMenu } from '@/components/funnel/export-menu';
import { FunnelHeader } from '@/components/funnel/funnel-header';
import { FunnelScreen } from '@/components/funnel/funnel-screen';
import { ReadingChoice } from '@/components/funnel/reading-choice';
import type { RawQuery } from '@/components/pair/filter/address';
import { ChangedNotice } from '@/components/report/changed-notice';
import type { Day } from '@/lib/core/dates';
import { isAppError } from '@/lib/core/errors';
import { type ProgramScope, worksInOffice } from '@/lib/core/scope';
import { canSeeFunnel } from '@/lib/funnel/policy';
import { requireProgram } from '@/lib/platform/gate';
import { programName } from '@/lib/program/rules';
import { canPublishReports } from '@/lib/report/policy';
import { listReports } from '@/lib/report/queries/list';
import { loadFunnel } from './load';

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
    query.day,
  );
  if (moved) redirect(funnelHref(slug, { ...address, asOf: moved }));
  return (
    <>
      <FunnelHeader program={scope.program} place="figures" {...{ address, today, facets, marks }}>
        <ReadingChoice
          {...{ slug, address, today }}
          begins={[screen.life?.start ?? address.asOf, address.asOf].sort()[0] as Day}
        />
        <ExportMenu slug={slug} what="funnel" asked={askedBy(address)} />
      </FunnelHeader>
      {canPublishReports(scope) && (
        <Suspense fallback={null}>
          <PublishedChanged scope={scope} asOf={address.asOf} />
        </Suspense>
      )}
      <FunnelScreen
        {...screen}
        slug={slug}
        program={programName(scope.program, await getLocale())}
        address={address}
        canSetUp={worksInOffice(scope)}
      />
    </>
  );
}

/** Comes when it is counted: the funnel neither waits for it nor falls with it. */
async function PublishedChanged({ scope, asOf }: { scope: ProgramScope; asOf: string }) {
  const reports = await listReports(scope, {}).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'unavailable') return { items: [] };
    throw error;
  });
  return <ChangedNotice slug={scope.program.slug} reports={reports.items} asOf={asOf} />;
}
