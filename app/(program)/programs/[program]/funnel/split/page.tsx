import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readFunnelAddress, readSplitAddress, splitSearch } from '@/components/funnel/address';
import { FunnelHeader } from '@/components/funnel/funnel-header';
import { SplitScreen } from '@/components/funnel/split-screen';
import { paramsIn, type RawQuery } from '@/lib/core/address';
import { canSeeFunnel } from '@/lib/funnel/policy';
import { splitFunnel } from '@/lib/funnel/queries/split';
import { requireProgram } from '@/lib/platform/gate';
import { loadHead } from '../load-head';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('funnel-readings'))('split.title') };
}

type Props = { params: Promise<{ program: string }>; searchParams: Promise<RawQuery> };

export default async function SplitPage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  if (!canSeeFunnel(scope)) notFound();
  const query = await searchParams;
  const { by, sort, page } = readSplitAddress(query);
  const { address, today, facets, marks, input } = await loadHead(scope, readFunnelAddress(query));
  const split = await splitFunnel(scope, { ...input, by });
  const more = paramsIn(splitSearch({ by, sort }));
  return (
    <>
      <FunnelHeader program={scope.program} place="split" {...{ address, today, facets, marks, more }} />
      <SplitScreen slug={scope.program.slug} {...{ address, split, page }} order={sort} />
    </>
  );
}
