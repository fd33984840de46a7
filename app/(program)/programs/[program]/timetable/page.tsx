import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Overview } from '@/components/timetable/overview/overview';
import { MEETING_STAGES } from '@/lib/pair/rules/stages';
import { requireProgram } from '@/lib/platform/gate';
import { canPlan, canReadTimetables } from '@/lib/timetable/policy';
import { getOverview } from '@/lib/timetable/queries/overview';

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('timetable-grid.overview'))('title') };
}

export default async function TimetablePage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  if (!canReadTimetables(scope)) notFound();
  const asked = (await searchParams).stage;
  const stage = MEETING_STAGES.find((each) => each === asked) ?? 'main_session';
  const overview = await getOverview(scope, { stage });
  return <Overview program={scope.program} overview={overview} canPlan={canPlan(scope)} />;
}
