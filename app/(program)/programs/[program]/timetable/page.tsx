import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readSetup } from '@/components/timetable/address';
import { Overview } from '@/components/timetable/overview/overview';
import type { RawQuery } from '@/lib/core/address';
import { requireProgram } from '@/lib/platform/gate';
import { canPlan, canReadTimetables } from '@/lib/timetable/policy';
import { getOverview } from '@/lib/timetable/queries/overview';

type Props = { params: Promise<{ program: string }>; searchParams: Promise<RawQuery> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('timetable-grid.overview'))('title') };
}

export default async function TimetablePage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  if (!canReadTimetables(scope)) notFound();
  const { stage } = readSetup(await searchParams);
  const overview = await getOverview(scope, { stage: stage ?? 'main_session' });
  return <Overview program={scope.program} overview={overview} canPlan={canPlan(scope)} />;
}
